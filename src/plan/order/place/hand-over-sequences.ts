import type { CatalogObject, ObjectId } from '../../../model/catalog.ts'
import { objectsOfKind } from '../../../model/catalog.ts'
import { idAt } from '../../../model/object-id.ts'
import type { Context } from '../../rule.ts'
import { ownedBy, tableOwning } from '../../rules/owned-by.ts'
import type { Statement } from '../../statement.ts'

/**
 * Places what hands sequences over. One that a column owns has the owner of the table always (manual, CREATE SEQUENCE):
 * it gets another one with the table, and by no separate statement.
 */
export function handOverSequences(
  statements: readonly Statement[],
  context: Context,
): readonly Statement[] {
  // Most plans hand nothing over, and a schema may have thousands of sequences.
  const given = new Set(
    statements.flatMap(({ attribute, object }) => (attribute === 'owner' ? [object] : [])),
  )
  if (given.size === 0) return statements
  return sequencesOf(context)
    .filter(({ sequence: { id }, before, after }) =>
      [id, before, after].some((each) => each !== undefined && given.has(each)),
    )
    .reduce<readonly Statement[]>((list, { sequence, before, after }) => {
      if (before !== after) return linkBetween(list, sequence, { before, after })
      return after === undefined ? list : handOverAlong(list, sequence.id, after)
    }, statements)
}

/** A sequence, and the tables whose columns own it in the two states. */
interface Owned {
  readonly sequence: CatalogObject
  readonly before: ObjectId | undefined
  readonly after: ObjectId | undefined
}

function sequencesOf({ from, to }: Context): Owned[] {
  const ofIdentities = objectsOfKind(to, 'identitySequence').map((sequence) => {
    const table = to.objects.get(sequence.parent ?? '')?.parent ?? undefined
    return { sequence, before: table, after: table }
  })
  const others = objectsOfKind(to, 'sequence').map((sequence) => ({
    sequence,
    before: tableOwning(sequence.id, from),
    after: tableOwning(sequence.id, to),
  }))
  return [...ofIdentities, ...others]
}

/** What is revoked from the new owner goes before the table is handed over, and other rights come after it. */
function handOverAlong(
  list: readonly Statement[],
  sequence: ObjectId,
  table: ObjectId,
): readonly Statement[] {
  if (!list.some((each) => isHandover(each, table))) return list
  const isRight = (each: Statement): boolean =>
    each.object === sequence && (each.verb === 'revoke' || each.verb === 'grant')
  const own = list.findIndex((each) => isHandover(each, sequence))
  const first = own === -1 ? list.findIndex((each) => isRight(each) && each.verb === 'grant') : own
  const until = first === -1 ? list.length : first
  const [early, late] = [list.slice(0, until), list.slice(until)].map((part) =>
    part.filter(isRight),
  )
  const rest = list.filter((each) => !isRight(each) && !isHandover(each, sequence))
  const at = rest.findIndex((each) => isHandover(each, table))
  return [
    ...rest.slice(0, at),
    ...(early ?? []),
    ...rest.slice(at, at + 1),
    ...(late ?? []),
    ...rest.slice(at + 1),
  ]
}

/** Of one table, then of another: the sequence is of neither while one of them, or the sequence, is handed over. */
function linkBetween(
  list: readonly Statement[],
  sequence: CatalogObject,
  tables: { readonly before: ObjectId | undefined; readonly after: ObjectId | undefined },
): readonly Statement[] {
  const isLink = (each: Statement): boolean =>
    each.object === sequence.id && each.attribute === 'ownedBy'
  const isHere = (each: Statement): boolean =>
    [sequence.id, tables.before, tables.after].some(
      (id) => id !== undefined && isHandover(each, id),
    )
  if (!list.some(isHere) || !list.some(isLink)) return list
  const leaves = Math.min(list.findIndex(isHere), list.findIndex(isLink))
  const comes = Math.max(list.findLastIndex(isHere), list.findLastIndex(isLink))
  const column = idAt(sequence, 'ownedBy')
  return [
    ...list.slice(0, leaves),
    ...(tables.before === undefined ? [] : [ownedBy(sequence, null)]),
    ...list.slice(leaves, comes + 1).filter((each) => !isLink(each)),
    ...(column === null ? [] : [ownedBy(sequence, column)]),
    ...list.slice(comes + 1),
  ]
}

function isHandover({ object, attribute }: Statement, of: ObjectId): boolean {
  return object === of && attribute === 'owner'
}
