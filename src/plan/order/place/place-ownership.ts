import type { CatalogObject, ObjectId } from '../../../model/catalog.ts'
import { objectsOfKind } from '../../../model/catalog.ts'
import { idAt } from '../../../model/object-id.ts'
import type { Context } from '../../rule.ts'
import { ownedBy } from '../../rules/owned-by.ts'
import type { Statement } from '../../statement.ts'

/**
 * Puts what says which column owns a sequence behind that column, and before the drop of the one that owned it, along
 * with which the sequence would go. Where the drop comes first, no column owns it meanwhile.
 */
export function placeOwnership(
  statements: readonly Statement[],
  context: Context,
): readonly Statement[] {
  return objectsOfKind(context.to, 'sequence').reduce(
    (list, sequence) => placeOne(list, sequence, context),
    statements,
  )
}

function placeOne(
  list: readonly Statement[],
  sequence: CatalogObject,
  context: Context,
): readonly Statement[] {
  const rest = list.filter((each) => !saysOwner(each, sequence.id))
  const first = list.findIndex((each) => saysOwner(each, sequence.id))
  const { goes, comes } = placesIn(rest, sequence, context)
  if (first === -1 && goes === -1) return list
  const own = list[first] ?? ownedBy(sequence, idAt(sequence, 'ownedBy'))
  if (goes === -1 || comes < goes)
    return insert(rest, own, Math.min(Math.max(first, comes + 1), goes === -1 ? Infinity : goes))
  const later = insert(rest, own, comes + 1)
  return insert(later, ownedBy(sequence, null), goes)
}

function insert(list: readonly Statement[], one: Statement, at: number): readonly Statement[] {
  return [...list.slice(0, at), one, ...list.slice(at)]
}

function saysOwner({ object, attribute }: Statement, sequence: ObjectId): boolean {
  return object === sequence && attribute === 'ownedBy'
}

interface Places {
  /** The first drop of what owned it; -1 where that stays, or the sequence goes with it. */
  readonly goes: number
  /** The last statement that makes the sequence or what owns it; -1 where both are there. */
  readonly comes: number
}

function placesIn(
  list: readonly Statement[],
  sequence: CatalogObject,
  { from, to }: Context,
): Places {
  const before = from.objects.get(sequence.id)
  const isMade = ({ object, verb }: Statement): boolean =>
    object === sequence.id && verb === 'create'
  const stays = before !== undefined && !list.some(isMade)
  const old = ownerOf(stays ? before : undefined, from)
  const next = ownerOf(sequence, to)
  return {
    goes: list.findIndex(({ verb, object }) => verb === 'drop' && old.includes(object)),
    comes: list.findLastIndex(
      (each) => isMade(each) || (each.verb === 'create' && next.includes(each.object)),
    ),
  }
}

/** The column that owns a sequence, and its table. */
function ownerOf(
  sequence: CatalogObject | undefined,
  { objects }: Context['from'],
): readonly ObjectId[] {
  const owner = sequence === undefined ? null : idAt(sequence, 'ownedBy')
  if (owner === null) return []
  const table = objects.get(owner)?.parent ?? null
  return table === null ? [owner] : [owner, table]
}
