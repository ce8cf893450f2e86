import type { CatalogObject, ObjectId } from '../../../model/catalog.ts'
import { idAt, isOfKind } from '../../../model/object-id.ts'
import { isToBeAttached } from '../../rules/attached/partitions.ts'
import type { Context } from '../../rule.ts'
import type { Statement } from '../../statement.ts'

/**
 * Partitions of a table that all get other bounds leave it before the first of them is attached again: the new bound of
 * one may overlap the old one of another. They stay where the table itself changes in between. A partition that moves to
 * another table leaves the first one before its columns change.
 */
export function detachFirst(given: readonly Statement[], context: Context): readonly Statement[] {
  const statements = given
    .filter((each) => leavesForOther(each, context))
    .reduce((list, each) => leaveBeforeColumns(list, each, context), given)
  return statements.reduce(
    (list, each) =>
      parentLeft(each, context) === undefined ? list : placeOne(list, each, context),
    statements,
  )
}

function leavesForOther(each: Statement, context: Context): boolean {
  return parentLeft(each, context) !== undefined && isToBeAttached(each.object, context)
}

/** Puts what takes a table out of another one, and from it what it had of that, before the statements on its columns. */
function leaveBeforeColumns(
  list: readonly Statement[],
  leaves: Statement,
  context: Context,
): readonly Statement[] {
  const table = leaves.object
  const first = list.findIndex(
    ({ object }) => isOfKind(object, 'column') && isOf(object, table, context),
  )
  const at = list.indexOf(leaves)
  if (first === -1 || first >= at) return list
  const rest = list.slice(at)
  const count = rest.findIndex((each) => each.object !== table || each.attribute !== 'detach')
  return bringForward(list, first, count === -1 ? rest : rest.slice(0, count))
}

function placeOne(
  list: readonly Statement[],
  leaves: Statement,
  context: Context,
): readonly Statement[] {
  const parent = parentLeft(leaves, context)
  const at = list.indexOf(leaves)
  const first = list.findIndex((each) => parentTaken(each, context) === parent)
  if (first === -1 || at < first) return list
  const between = list.slice(first, at)
  if (between.some(({ object }) => isOf(object, parent, context))) return list
  return bringForward(list, first, [leaves])
}

/** Puts some statements before the one at an index, which precedes them. */
function bringForward(
  list: readonly Statement[],
  index: number,
  moved: readonly Statement[],
): readonly Statement[] {
  const others = list.slice(index).filter((each) => !moved.includes(each))
  return [...list.slice(0, index), ...moved, ...others]
}

/** The table that a statement takes a partition out of. */
function parentLeft(each: Statement, { from }: Context): ObjectId | undefined {
  return each.attribute === 'detach' ? parentOf(each, from) : undefined
}

/** The table that a statement attaches a partition to. */
function parentTaken(each: Statement, { to }: Context): ObjectId | undefined {
  return each.attribute === 'attach' ? parentOf(each, to) : undefined
}

function parentOf(
  { object, verb, ofPart }: Statement,
  { objects }: Context['from'],
): ObjectId | undefined {
  const table = objects.get(object)
  const isMove = verb === 'alter' && ofPart === undefined && table !== undefined
  return isMove ? (idAt(table, 'partitionOf') ?? undefined) : undefined
}

/** Whether an object is a table, or a part of it. */
function isOf(object: ObjectId, table: ObjectId | undefined, { from, to }: Context): boolean {
  const found: CatalogObject | undefined = to.objects.get(object) ?? from.objects.get(object)
  return object === table || found?.parent === table
}
