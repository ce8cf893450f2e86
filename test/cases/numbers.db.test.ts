import { expect, test } from 'vitest'
import { writePlan, writeDownDirection } from '../../src/plan/write/write-plan.ts'
import { rules } from '../../src/plan/rules/rules.ts'
import { sql } from '../../src/postgres/connect.ts'
import type { Queryable } from '../../src/postgres/connect.ts'
import { withTestWorkbench } from '../support/database.ts'
import { load, loadCases, send, withOpenScratch } from './run-case.ts'

const name = 'identity/goes-on-behind-rows'
const given = (await loadCases(import.meta.dirname)).find((each) => each.name === name)
const style = { rules, authored: new Map<never, never>() }

test('what comes to be counted goes on behind the numbers that rows have, in both directions', async () => {
  if (given === undefined) throw new Error(`there is no case ${name}`)
  await withTestWorkbench((workbench) =>
    withOpenScratch(workbench, given, async (start) => {
      const [current, desired] = await Promise.all([
        load(start, given.before),
        withOpenScratch(workbench, given, async (goal) => load(goal, given.after)),
      ])
      const [from, to] = [current.catalog, desired.catalog]
      await send(start, given.rows)
      for (const text of writePlan({ from, to }, style).texts) await send(start, text)
      const there = await insertInto(start.owner, Object.keys(after))
      for (const text of writeDownDirection({ from: to, to: from }, style).texts)
        await send(start, text)
      const back = await insertInto(start.owner, Object.keys(afterwards))
      expect({ there, back }).toEqual({ there: after, back: afterwards })
    }),
  )
})

/** The number of the first row that is inserted after the plan, by table. */
const after = {
  bag: '4',
  sack: '8',
  early: '100',
  late: '151',
  falling: '-5',
  falling_steps: '-25',
  steps: '21',
  empty: '7',
  empty_steps: '7',
  small: '4',
  bounded: '6',
  ahead: '501',
  behind: '41',
  fraction: '62',
  restarted: '1501',
  raised: '1501',
  retyped: '13',
  sliced: '9',
  parent: '63',
}

/** And after the down direction, where the table still counts. */
const afterwards = { bag: '5', sack: '9', restarted: '1502', raised: '1502' }

async function insertInto(
  db: Queryable,
  tables: readonly string[],
): Promise<Record<string, string>> {
  const numbers: Record<string, string> = {}
  for (const table of tables) {
    const [row] = await db.query(
      sql`insert into ${sql.ident('public', table)} (what) values ('a') returning id::text as id`,
    )
    numbers[table] = String(row.id)
  }
  return numbers
}
