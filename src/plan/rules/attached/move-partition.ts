import { flagOf, textIn } from '../../../model/attribute.ts'
import type { CatalogObject } from '../../../model/catalog.ts'
import { childrenOf } from '../../../model/catalog.ts'
import type { Altered } from '../../../model/compare-catalogs.ts'
import { attachedTo, idAt, lastNameOf } from '../../../model/object-id.ts'
import { addPart, define, drop, dropPart } from '../../action.ts'
import type { Action } from '../../action.ts'
import { renameBeforeAttach } from '../column-not-null.ts'
import { addressOf } from '../facets/name.ts'
import { partOf } from '../part-statement.ts'
import type { Context } from '../../rule.ts'
import { statement } from '../../statement.ts'
import type { Statement, Verb } from '../../statement.ts'
import { attachTo, detach } from './attach-table.ts'
import { partsThatComeWith } from './coming.ts'
import { staysDefined } from './partitions.ts'

/** Takes a table out of its partitioned table, and puts it in under the new bound. */
export function attachPartition({ from, to }: Altered, context: Context): Statement[] {
  const [before, after] = [idAt(from, 'partitionOf'), idAt(to, 'partitionOf')]
  const left = childrenOf(context.from, from.id).filter((part) =>
    before === after ? isReplacedAlone(part, context) : isLeft(part, context),
  )
  const come = partsThatComeWith(to, context).filter(
    (part) => part.kind !== 'trigger' && !staysDefined(part, context) && !comesOfItself(part),
  )
  return [
    ...(before === null ? [] : [detach(before, from), ...left.map(removeAttached)]),
    ...(after === null
      ? []
      : [...come.map(createBefore), ...renameNotNulls(to, context), attachTo(after, to)]),
  ]
}

/** What a partition that leaves its table does not keep. */
function isLeft(part: CatalogObject, context: Context): boolean {
  if (isInheritedColumn(part)) return !context.to.objects.has(part.id)
  return attachedTo(part) !== null && part.kind !== 'trigger' && !staysDefined(part, context)
}

/** What it does not keep of what its table keeps, where only the bound changes. */
function isReplacedAlone(part: CatalogObject, context: Context): boolean {
  const above = context.from.objects.get(attachedTo(part) ?? '')
  return above !== undefined && isLeft(part, context) && staysDefined(above, context)
}

function isInheritedColumn(part: CatalogObject): boolean {
  return part.kind === 'column' && flagOf(part, 'inherited')
}

/** A foreign key gets the parent's name. */
function comesOfItself(part: CatalogObject): boolean {
  const parent = attachedTo(part)
  return (
    part.attributes['type'] === 'foreign' &&
    parent !== null &&
    lastNameOf(parent) === lastNameOf(part.id)
  )
}

/** What a partition had of its partitioned table stays on the table that it is now; it goes where it is not wanted. */
function removeAttached(part: CatalogObject): Statement {
  const action = part.kind === 'index' ? drop(addressOf(part)) : dropPart(partOf(part))
  return ofTable(part, action, { attribute: 'detach', verb: 'drop' })
}

/** What a table lacks that its partitioned table asks for, under the name that it is to have. */
function createBefore(part: CatalogObject): Statement {
  const definition = textIn(part, 'definition')
  const action = part.kind === 'index' ? define(definition) : addPart(partOf(part), definition)
  return ofTable(part, action, { attribute: 'attach', verb: 'create' })
}

function ofTable(
  { id, parent }: CatalogObject,
  action: Action,
  { attribute, verb }: { readonly attribute: string; readonly verb: Verb },
): Statement {
  const ofPart = { object: id, verb }
  return statement({ verb: 'alter', object: parent ?? id }, action, { attribute, ofPart })
}

function renameNotNulls(table: CatalogObject, context: Context): Statement[] {
  return childrenOf(context.to, table.id).flatMap((column) => {
    const before = context.from.objects.get(column.id)
    return before?.kind === 'column' ? renameBeforeAttach(before, column, context.to) : []
  })
}
