import type { Unmanaged } from '../plan/decide/object-change.ts'
import { nameOf } from '../model/object-id.ts'
import type { Consultation } from './consult-atlas.ts'

/** Who planned a table that differs, in one of the two directions. */
export interface TablePlan {
  /** `public.notes` */
  readonly table: string
  readonly way: 'up' | 'down'
  readonly by: 'atlas' | 'own'
  /** Its differences, or why the planner planned it. */
  readonly why: string
  /** Why Atlas's plan of it was not used, where it was asked and the planner planned the table after all. */
  readonly failed: string | null
}

/** The reasons against Atlas's answers: the tables for which they differ from the differences, in each direction. */
export interface Objections {
  readonly up: readonly Unmanaged[]
  readonly down: readonly Unmanaged[]
}

/**
 * Who planned each table in the end: Atlas those that it was asked about, if it could plan them and its answer
 * covers all differences. `broken` says why its whole plan did not hold.
 */
export function tablePlans(
  consulted: Consultation,
  objections: Objections,
  broken?: string,
): TablePlan[] {
  return (['up', 'down'] as const).flatMap((way) => {
    const { routes, failure } = consulted[way]
    const reasons = new Map(objections[way].map(({ object, why }) => [object, why]))
    return routes.map(({ table, by, why }) => {
      const failed = by === 'atlas' ? (failure ?? reasons.get(table) ?? broken ?? null) : null
      return { table: nameOf(table), way, by: failed === null ? by : 'own', why, failed }
    })
  })
}
