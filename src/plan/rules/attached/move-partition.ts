import { flagOf, textIn } from '../../../model/attribute.ts'
import type { CatalogObject, ObjectId } from '../../../model/catalog.ts'
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
import { changesBoundAlone, isKept, moves, partitionsOf, staysDefined } from './partitions.ts'

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
    ...(before === null
      ? []
      : [detach(before, from), ...withoutThoseOf(left, context).map(removeAttached)]),
    ...(after === null
      ? []
      : [
          ...come.map(createBefore),
          ...renameNotNulls(to, context),
          ...attachWhole(after, to, context),
        ]),
  ]
}

/** Puts a table in, and what has to leave it meanwhile. */
function attachWhole(parent: ObjectId, table: CatalogObject, context: Context): Statement[] {
  const below = detachedMeanwhile(parent, table, context)
  return [
    ...below.map((each) => detach(each.parent, each.partition)),
    attachTo(parent, table),
    ...below.map((each) => attachTo(each.parent, each.partition)),
  ]
}

/** A partition, and the table that it is one of. */
interface Below {
  readonly parent: ObjectId
  readonly partition: CatalogObject
}

/**
 * The partitions of a table that leave it while it is attached. A table with an identity gives it to its partitions,
 * since 17. PostgreSQL gives it to the one that is attached, and not to those below, which it can detach no more then
 * (source, ATExecAttachPartition).
 */
export function detachedMeanwhile(
  parent: ObjectId,
  table: CatalogObject,
  context: Context,
): readonly Below[] {
  return givesIdentity(parent, context) ? stayingBelow(table, context) : []
}

function givesIdentity(table: ObjectId, { to }: Context): boolean {
  return to.serverVersion >= 170_000 && childrenOf(to, table).some(isNumbered)
}

function isNumbered({ attributes }: CatalogObject): boolean {
  return (attributes['identity'] ?? null) !== null
}

/** The partitions below a table that stay where they are, from above. */
function stayingBelow({ id: parent }: CatalogObject, context: Context): Below[] {
  return partitionsOf(context.to, parent)
    .filter(({ id }) => isKept(id, context) && !moves(id, context))
    .flatMap((partition) => [{ parent, partition }, ...stayingBelow(partition, context)])
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

/** Columns last, and without the indexes and constraints that go with one. Foreign keys are said, since they lock others. */
function withoutThoseOf(left: readonly CatalogObject[], { from }: Context): CatalogObject[] {
  const columns = new Set(left.filter(isInheritedColumn).map(({ id }) => id))
  if (columns.size === 0) return [...left]
  const along = new Set(
    from.dependencies.filter(({ needed }) => columns.has(needed)).map(({ dependent }) => dependent),
  )
  const parts = left.filter((part) => !columns.has(part.id))
  return [
    ...parts.filter((part) => !along.has(part.id) || part.attributes['type'] === 'foreign'),
    ...left.filter(isInheritedColumn),
  ]
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
    if (before?.kind !== 'column' || comesWithParent(before, column, context)) return []
    return renameBeforeAttach(before, column, context.to)
  })
}

/** Whether NOT NULL comes to a column by that of the table that it is a partition of before and after. */
function comesWithParent(before: CatalogObject, after: CatalogObject, context: Context): boolean {
  const isNew = !flagOf(before, 'notNull') && flagOf(after, 'notNull')
  return isNew && changesBoundAlone(after.parent, context)
}
