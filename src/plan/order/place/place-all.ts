import type { Context } from '../../rule.ts'
import type { Statement } from '../../statement.ts'
import { placeAfterColumns } from './after-columns.ts'
import { placeAfterProved } from './after-proved.ts'
import { detachFirst } from './detach-first.ts'
import { handOverSequences } from './hand-over-sequences.ts'
import { placeLast } from './place-last.ts'
import { placeOwnership } from './place-ownership.ts'
import { leaveTypes } from './typed-tables.ts'
import { revokeUsageLate } from './revoke-usage-late.ts'

type Place = (statements: readonly Statement[], context: Context) => readonly Statement[]

/** Each moves some statements of a sorted list, and finds those before it done. */
const places: readonly Place[] = [
  revokeUsageLate,
  placeAfterColumns,
  (statements, { from }) => placeAfterProved(statements, from),
  placeLast,
  placeOwnership,
  handOverSequences,
  detachFirst,
  leaveTypes,
]

/** Moves the statements whose place follows from others, and not from the objects that they are about. */
export function placeStatements(
  statements: readonly Statement[],
  context: Context,
): readonly Statement[] {
  return places.reduce((list, place) => place(list, context), statements)
}
