import { nameOf } from '../model/object-id.ts'
import type { Plan } from '../plan/plan.ts'
import type { WrittenStatement } from '../plan/write/written-statement.ts'
import { sendText } from '../postgres/connect.ts'
import type { Queryable } from '../postgres/connect.ts'
import { checkRows, keptTables, readRows } from './kept-rows.ts'
import type { KeptTable, TableRows } from './kept-rows.ts'
import type { State } from './state.ts'
import type { Renaming } from './with-renames.ts'
import { lostBy, touchedTables } from './touched-tables.ts'

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
  /** Looks at the rows as they are now, a table at a time: where the plan leads to, or back where it started. */
  readonly check: (at: 'there' | 'back') => Promise<RowTrial[]>
}

/** Why tables have no rows to try, by their names; those without a file of samples are not in it. */
export type Unloaded = ReadonlyMap<string, string>

/** Whether plans touch a table that stays: then there are rows to try. */
export function touchesRows(ground: Ground, plans: readonly Plan[]): boolean {
  return tablesOf(ground, plans).length > 0
}

/** The rows whose values are compared, and why there may be none. */
export interface RowQuestion {
  readonly tables: readonly KeptTable[]
  /** The renames of a plan: after them the tables have the names that are asked for. */
  readonly renames: readonly WrittenStatement[]
  readonly unloaded: Unloaded
}

/** The rows in the tables that plans touch, as far as the plans do not declare their values lost. */
export function rowsTouched(
  ground: Ground,
  plans: readonly Plan[],
  samples: Unloaded,
): RowQuestion {
  return {
    tables: tablesOf(ground, plans),
    renames: ground.renaming?.statements ?? [],
    unloaded: whyUnloaded(samples, ground.renaming),
  }
}

/** The rows in all tables that two states share: what people write may change any of them. */
export function allRows([from, to]: readonly [State, State], samples: Unloaded): RowQuestion {
  return { tables: keptTables(from.catalog, to.catalog), renames: [], unloaded: samples }
}

/** Why tables have no sample rows, by the names that they have after the renames of a plan too. */
function whyUnloaded(samples: Unloaded, renaming: Renaming | undefined): Unloaded {
  // A file has the name that its table has before.
  const renamed = Array.from(
    renaming?.formerTables ?? [],
    ([name, former]) => [name, samples.get(former)] as const,
  )
  return new Map([
    ...samples,
    ...renamed.flatMap(([name, why]) => (why === undefined ? [] : [[name, why] as const])),
  ])
}

/** Notes the values that are asked for. */
export async function noteRows(
  admin: Queryable,
  { tables, renames, unloaded }: RowQuestion,
): Promise<Trial> {
  const before = await readRenamed(admin, renames, tables)
  return {
    check: async (at) => {
      const rows = await readRenamed(admin, at === 'back' ? renames : [], tables)
      const after = checkRows(before, rows)
      return after.map(({ table, count, kept }) => {
        const name = nameOf(table)
        if (count > 0) return { table: name, rows: count, kept, why: null }
        const why = unloaded.get(name) ?? 'there are no sample rows'
        return { table: name, rows: 0, kept: null, why }
      })
    },
  }
}

/** Rows are kept when they are kept in both directions. */
export function joinTrials(up: readonly RowTrial[], down: readonly RowTrial[]): RowTrial[] {
  const back = new Map(down.map((trial) => [trial.table, trial]))
  return up.map((trial) => (trial.kept === true ? (back.get(trial.table) ?? trial) : trial))
}

/**
 * Reads rows by the names that tables, columns and labels have after the renames: where these are not done, for the
 * moment of reading.
 */
async function readRenamed(
  admin: Queryable,
  renames: readonly WrittenStatement[],
  tables: readonly KeptTable[],
): Promise<TableRows[]> {
  if (renames.length === 0) return readRows(admin, tables)
  const undo = new Error('undo')
  let rows: TableRows[] = []
  try {
    await admin.tx(async (tx) => {
      await sendText(tx, renames.map(({ sql }) => `${sql};`).join('\n'))
      rows = await readRows(tx, tables)
      throw undo
    })
  } catch (error) {
    if (error !== undo) throw error
  }
  return rows
}

/** Between which states plans lead. */
export interface Ground {
  readonly current: State
  readonly renaming?: Renaming
  readonly desired: State
}

function tablesOf({ current, desired, renaming }: Ground, plans: readonly Plan[]): KeptTable[] {
  const start = renaming?.state ?? current
  // What is new is known to the second alone, what goes to the first.
  const touched = [start, desired].flatMap(({ catalog }) => touchedTables(catalog, plans))
  return keptTables(start.catalog, desired.catalog, lostBy(plans)).filter(({ table }) =>
    touched.includes(table),
  )
}
