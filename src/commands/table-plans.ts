import type { ObjectId } from '../model/catalog.ts'
import { nameOf } from '../plan/name.ts'
import type { Unmanaged } from '../plan/deed.ts'
import type { Consulted } from './consult-atlas.ts'

/** Who planned a table that differs. */
export interface TablePlan {
  /** `public.notes` */
  readonly table: string
  readonly by: 'atlas' | 'own'
  /** What of it differs, or why own rules planned it. */
  readonly why: string
  /** What Atlas's own plan of it came to, where it was asked and own rules planned the table all the same. */
  readonly failed: string | null
}

/**
 * Who planned each table in the end: Atlas those that it was asked about, as far as it could plan them and own rules
 * found all that differs in what it said. `broken` says why its whole plan did not hold, where it did not.
 */
export function tablePlans(
  { routes, failure }: Consulted,
  disowned: readonly Unmanaged[],
  broken: string | undefined,
): TablePlan[] {
  const reasons = new Map<ObjectId, string>(disowned.map(({ object, why }) => [object, why]))
  return routes.map(({ table, by, why }) => {
    const failed = by === 'atlas' ? (failure ?? reasons.get(table) ?? broken ?? null) : null
    return { table: nameOf(table), by: failed === null ? by : 'own', why, failed }
  })
}
