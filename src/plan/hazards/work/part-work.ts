import { idAt, attachedTo, childId } from '../../../model/object-id.ts'
import type { CatalogObject, ObjectId } from '../../../model/catalog.ts'
import { childrenOf } from '../../../model/catalog.ts'
import { flagOf, textIn } from '../../../model/attribute.ts'
import { handsDown } from '../../rules/attached/coming.ts'
import { hasIndex, isOfPartitioned, staysDefined } from '../../rules/attached/partitions.ts'
import { isNamedKey } from '../../rules/attached/named-keys.ts'
import { isSaidOfHeirs } from '../../rules/heirs-default.ts'
import { ownNameOf } from '../../rules/facets/name.ts'
import { isEnabledAlike } from '../../rules/trigger.ts'
import { heirsOf } from '../known-relations.ts'
import type { ObjectStep } from '../object-step.ts'

/**
 * The tables that are locked for a new index or constraint. Since 18 a constraint locks all tables below, whatever becomes
 * of them (source, ATPrepCmd), unless it is said of one table alone.
 */
export function heirsOfNew(step: ObjectStep, relation: CatalogObject): CatalogObject[] {
  const { after, to } = step
  if (after === undefined) return []
  const locksAll = after.kind === 'constraint' && to.serverVersion >= 180_000
  return locksAll && !isOfOneAlone(after, step)
    ? heirsOf(relation, step)
    : heirsThatGet(after, relation, step)
}

/** The tables that get an index or a constraint too: all heirs a check, partitions the others. */
function heirsThatGet(
  part: CatalogObject,
  relation: CatalogObject,
  step: ObjectStep,
): CatalogObject[] {
  if (isCheck(part)) return isInheritedCheck(part) ? heirsWithPart(step, relation) : []
  return isOfPartitioned(part, step.to) && !isOfOneAlone(part, step)
    ? heirsOf(relation, step).filter(({ id }) => step.to.objects.has(id))
    : []
}

/** An index or a key of a partitioned table that is created without those of its partitions. */
function isOfOneAlone(part: CatalogObject, step: ObjectStep): boolean {
  return isOfPartitioned(part, step.to) && hasIndex(part) && !handsDown(part, step)
}

/** Whether a table gets a new constraint of another one, which is checked there. */
export function getsToo(part: CatalogObject, table: CatalogObject, step: ObjectStep): boolean {
  const owner = part.parent === null ? undefined : step.to.objects.get(part.parent)
  if (owner === undefined) return false
  return heirsThatGet(part, owner, step).some(({ id }) => id === table.id)
}

/** The tables whose default is set or dropped with that of a column. */
export function heirsOfDefault(step: ObjectStep, relation: CatalogObject): CatalogObject[] {
  const { after } = step
  return after !== undefined && isSaidOfHeirs(after, step) ? heirsOf(relation, step) : []
}

/**
 * The tables that get or lose a column or a check too. One that is a table's own is merged with it, or stays, and what
 * is below that table is not looked for.
 */
export function heirsWithPart(step: ObjectStep, relation: CatalogObject): CatalogObject[] {
  const { after, before, from, to } = step
  const part = after ?? before
  if (part === undefined) return []
  const { objects } = after === undefined ? from : to
  return heirsOf(relation, step, ({ id }) => {
    const heir = objects.get(childId(part.kind, id, ownNameOf(part)))
    return heir !== undefined && isLocal(heir)
  })
}

/** Whether a column or a check is declared on its table, which it may inherit as well. */
function isLocal(part: CatalogObject): boolean {
  return part.kind === 'column' ? flagOf(part, 'local') : isCheck(part) && attachedTo(part) === null
}

/** The tables that lose one too: a partition that leaves is gone by then. */
export function heirsOfOld(step: ObjectStep, relation: CatalogObject): CatalogObject[] {
  const { before, from } = step
  if (before === undefined) return []
  if (isOfPartitioned(before, from))
    return heirsOf(relation, step).filter(({ id }) => from.objects.has(id))
  return isInheritedCheck(before) ? heirsWithPart(step, relation) : []
}

/** The tables whose checks get another name with one of their table. */
export function heirsOfNamed(step: ObjectStep, relation: CatalogObject): CatalogObject[] {
  const { before, from } = step
  return before !== undefined && isInheritedCheck(before)
    ? heirsOf(relation, step).filter(({ id }) => from.objects.has(id))
    : []
}

function isInheritedCheck(part: CatalogObject): boolean {
  return isCheck(part) && !/ NO INHERIT\b/.test(textIn(part, 'definition'))
}

function isCheck(part: CatalogObject): boolean {
  return part.attributes['type'] === 'check'
}

function leaves(partition: CatalogObject, { to }: ObjectStep): boolean {
  const after = to.objects.get(partition.id)
  return after !== undefined && idAt(after, 'partitionOf') !== idAt(partition, 'partitionOf')
}

/** The partitions whose triggers are switched with that of their table. */
export function heirsOfState(step: ObjectStep, relation: CatalogObject): CatalogObject[] {
  const { after } = step
  return after === undefined || isEnabledAlike(after, step) ? heirsOf(relation, step) : []
}

/** Whether an index is built on a table: not where one that is there is taken over. */
export function buildsIndex(step: ObjectStep, relation: CatalogObject): boolean {
  return step.after === undefined || !isTakenOver(step.after, relation, step)
}

/** Whether a table behind that of a new index or constraint has it already, so that nothing is built or checked there. */
export function isTakenOver(part: CatalogObject, table: CatalogObject, step: ObjectStep): boolean {
  if (part.parent === table.id) return false
  if (isCheck(part)) return hasSameCheck(part, table, step)
  return childrenOf(step.to, table.id).some(
    (own) => follows(own, part.id, step) && stoodAlone(own, step),
  )
}

/** Checks of one name become one. */
function hasSameCheck(
  check: CatalogObject,
  table: CatalogObject,
  { from, to }: ObjectStep,
): boolean {
  const id = childId('constraint', table.id, ownNameOf(check))
  // One that is to be its own is created before.
  const own = from.objects.get(id) ?? to.objects.get(id)
  return (
    own !== undefined &&
    (from.objects.has(id) || isLocal(own)) &&
    flagOf(own, 'validated') &&
    textIn(own, 'definition') === textIn(check, 'definition')
  )
}

/** Whether a part is attached to another one, over any number of steps. */
function follows(own: CatalogObject, part: ObjectId, step: ObjectStep): boolean {
  const next = attachedTo(own)
  if (next === null || next === part) return next === part
  const above = step.to.objects.get(next)
  return above !== undefined && follows(above, part, step)
}

/** Whether it is there before, or created before, and no other that goes takes it along. */
function stoodAlone(own: CatalogObject, step: ObjectStep): boolean {
  const before = step.from.objects.get(own.id)
  if (before === undefined) return isNamedKey(own, step)
  if (!staysDefined(own, step)) return false
  const table = step.from.objects.get(own.parent ?? '')
  return attachedTo(before) === null || (table !== undefined && leaves(table, step))
}
