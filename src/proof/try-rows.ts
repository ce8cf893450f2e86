import { nameOf } from '../plan/name.ts'
import type { Plan } from '../plan/plan.ts'
import type { Queryable } from '../postgres/connect.ts'
import { checkRows, keptTables, readRows } from './rows.ts'
import type { KeptTable } from './rows.ts'
import type { State } from './state.ts'
import { loadSamples } from './samples.ts'
import type { Unloaded } from './samples.ts'
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

/** Puts sample rows of a folder into the tables that plans touch, if they touch any that stays. */
export async function fillTables(
  admin: Queryable,
  { current, desired, samples }: Ground,
  plans: readonly Plan[],
): Promise<Unloaded> {
  const tables = tablesOf({ current, desired }, plans)
  return tables.length === 0 || samples === undefined ? new Map() : loadSamples(admin, samples)
}

/** Notes the values in the tables that plans touch, as far as the plans do not declare them lost. */
export async function noteRows(
  admin: Queryable,
  states: Pick<Ground, 'current' | 'desired'>,
  { plans, unloaded }: { readonly plans: readonly Plan[]; readonly unloaded: Unloaded },
): Promise<Trial> {
  const tables = tablesOf(states, plans)
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

interface Ground {
  readonly current: State
  readonly desired: State
  /** The folder of sample rows; undefined for none. */
  readonly samples: string | undefined
}

function tablesOf(
  { current, desired }: Pick<Ground, 'current' | 'desired'>,
  plans: readonly Plan[],
): KeptTable[] {
  // What is new is known to the second alone, what goes to the first.
  const touched = [current, desired].flatMap(({ catalog }) => touchedTables(catalog, plans))
  return keptTables(current.catalog, desired.catalog, lostBy(plans)).filter(({ table }) =>
    touched.includes(table),
  )
}
