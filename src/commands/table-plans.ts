import type { ObjectId } from '../model/catalog.ts'
import type { Unmanaged } from '../plan/deed.ts'
import { nameOf } from '../model/object-id.ts'
import type { Consultation } from './consult-atlas.ts'

/** Who planned a table that differs, on one of the two ways. */
export interface TablePlan {
  /** `public.notes` */
  readonly table: string
  readonly way: 'up' | 'down'
  readonly by: 'atlas' | 'own'
  /** What of it differs, or why own rules planned it. */
  readonly why: string
  /** What Atlas's own plan of it came to, where it was asked and own rules planned the table all the same. */
  readonly failed: string | null
}

/** What stands against Atlas's answers: the tables of which they say something else than differs, in each direction. */
export interface Objections {
  readonly up: readonly Unmanaged[]
  readonly down: readonly Unmanaged[]
}

/**
 * Who planned each table in the end: Atlas those that it was asked about, as far as it could plan them and own rules
 * found all that differs in what it said. `broken` says why its whole plan did not hold, where it did not.
 */
export function tablePlans(
  consulted: Consultation,
  objections: Objections,
  broken?: string,
): TablePlan[] {
  return (['up', 'down'] as const).flatMap((way) => {
    const { routes, failure } = consulted[way]
    const reasons = new Map<ObjectId, string>(
      objections[way].map(({ object, why }) => [object, why]),
    )
    return routes.map(({ table, by, why }) => {
      const failed = by === 'atlas' ? (failure ?? reasons.get(table) ?? broken ?? null) : null
      return { table: nameOf(table), way, by: failed === null ? by : 'own', why, failed }
    })
  })
}
