import { textIn } from '../../../model/attribute.ts'
import type { Catalog, ObjectId } from '../../../model/catalog.ts'
import { childrenOf } from '../../../model/catalog.ts'
import { ownNameOf } from '../../rules/facets/name.ts'
import type { Statement } from '../../statement.ts'
import { moveBehind } from './move-behind.ts'

/**
 * Puts the drop of a valid check that lets no null into a column behind the statement that sets NOT NULL: PostgreSQL takes
 * the check for a proof then, and reads no row.
 */
export function placeAfterProved(
  statements: readonly Statement[],
  from: Catalog,
): readonly Statement[] {
  const proofs = statements.filter((each) => provedBy(each, from) !== undefined)
  return proofs.reduce(
    (list, drop) => moveBehindNotNull(list, drop, provedBy(drop, from)),
    statements,
  )
}

/** The column that a check proves to be without null, where a statement drops one. */
function provedBy({ verb, object }: Statement, from: Catalog): ObjectId | undefined {
  const check = from.objects.get(object)
  if (verb !== 'drop' || check?.attributes['validated'] !== true) return undefined
  const [, name = ''] = /^CHECK \(\((.*) IS NOT NULL\)\)$/.exec(textIn(check, 'definition')) ?? []
  return childrenOf(from, check.parent).find(
    (part) => part.kind === 'column' && ownNameOf(part) === name,
  )?.id
}

function moveBehindNotNull(
  statements: readonly Statement[],
  drop: Statement,
  column: ObjectId | undefined,
): readonly Statement[] {
  const set = statements.findLastIndex(
    ({ object, action }) => object === column && 'part' in action && action.part === 'set not null',
  )
  return moveBehind(statements, drop, set)
}
