import type { CatalogObject, ObjectId } from '../../../model/catalog.ts'
import { idAt } from '../../../model/object-id.ts'
import type { Context } from '../../rule.ts'
import type { Statement } from '../../statement.ts'

/**
 * Partitions of a table that all get other bounds leave it before the first of them is attached again: the new bound of
 * one may overlap the old one of another. They stay where the table itself changes in between.
 */
export function detachFirst(
  statements: readonly Statement[],
  context: Context,
): readonly Statement[] {
  return statements.reduce(
    (list, each) =>
      parentLeft(each, context) === undefined ? list : placeOne(list, each, context),
    statements,
  )
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
