import { nameOf } from '../plan/name.ts'
import type { Plan } from '../plan/plan.ts'
import type { Queryable } from '../postgres/connect.ts'
import { checkRows, keptTables, readRows } from './rows.ts'
import type { State } from './prove.ts'
import { loadSamples } from './samples.ts'
import { lostBy, touchedTables } from './touched.ts'

/** What became of the rows of a table that a plan touches. */
export interface RowTrial {
  readonly table: string
  readonly rows: number
  /** Whether all values that the plan does not declare lost are still there; null when there were no rows to try. */
  readonly kept: boolean | null
  /** Why there were none; null when there were. */
  readonly why: string | null
}

/** Rows that a plan is tried on. */
export interface Trial {
  /** Looks at the rows as they are now, a table at a time. */
  readonly check: () => Promise<RowTrial[]>
}

/** Puts sample rows into the tables that plans touch, if there are any, and notes their values. */
export async function tryRows(
  admin: Queryable,
  {
    current,
    desired,
    samples,
  }: { readonly current: State; readonly desired: State; readonly samples: string | undefined },
  plans: readonly Plan[],
): Promise<Trial> {
  const touched = touchedTables(current.catalog, plans)
  const tables = keptTables(current.catalog, desired.catalog, lostBy(plans)).filter(({ table }) =>
    touched.includes(table),
  )
  if (tables.length === 0) return { check: async () => [] }
  const unloaded =
    samples === undefined ? new Map<string, string>() : await loadSamples(admin, samples)
  const before = await readRows(admin, tables)
  return {
    check: async () => {
      const after = checkRows(before, await readRows(admin, tables))
      return after.map(({ table, count, kept }) => {
        const name = nameOf(table)
        if (count > 0) return { table: name, rows: count, kept, why: null }
        const why = unloaded.get(name) ?? 'there are no sample rows'
        return { table: name, rows: 0, kept: null, why }
      })
    },
  }
}
