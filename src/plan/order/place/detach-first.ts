import type { CatalogObject, ObjectId } from '../../../model/catalog.ts'
import { idAt, isOfKind } from '../../../model/object-id.ts'
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
    .reduce(leaveBeforeColumns(context), given)
  return statements.reduce(
    (list, each) =>
      parentLeft(each, context) === undefined ? list : placeOne(list, each, context),
    statements,
  )
}

function leavesForOther(each: Statement, context: Context): boolean {
  if (parentLeft(each, context) === undefined) return false
  const after = context.to.objects.get(each.object)
  const parent = after === undefined ? null : idAt(after, 'partitionOf')
  return parent !== null && parent !== parentLeft(each, context)
}

/** Puts what takes a table out of another one, and from it what it had of that, before the statements on its columns. */
function leaveBeforeColumns(context: Context) {
  return (list: readonly Statement[], leaves: Statement): readonly Statement[] => {
    const table = leaves.object
    const first = list.findIndex(
      ({ object }) => isOfKind(object, 'column') && isOf(object, table, context),
    )
    const at = list.indexOf(leaves)
    const end = list.findIndex(
      (each, index) => index > at && !(each.object === table && each.attribute === 'detach'),
    )
    const moved = list.slice(at, end === -1 ? list.length : end)
    return first === -1 || first >= at
      ? list
      : [
          ...list.slice(0, first),
          ...moved,
          ...list.slice(first, at),
          ...list.slice(at + moved.length),
        ]
  }
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
  return [...list.slice(0, first), leaves, ...between, ...list.slice(at + 1)]
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
