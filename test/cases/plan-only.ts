import type { Catalog } from '../../src/model/catalog.ts'
import type { WrittenPlan } from '../../src/plan/write/write-plan.ts'
import { sendText } from '../../src/postgres/connect.ts'
import { readCatalogWithin } from '../../src/postgres/read/read-catalog.ts'
import { useDatabase } from '../support/database.ts'
import type { TestDatabase } from '../support/database.ts'
import { isOfSuperuser, isOnline, planBoth, scopeOf } from './run-case.ts'
import type { Case } from './run-case.ts'

/** Databases in which states are made and undone. */
export interface Ground {
  readonly empty: readonly TestDatabase[]
  readonly platform: TestDatabase
}

/** Opens the databases for the tests of a `describe`. */
export function useGround(): Ground {
  return {
    empty: [0, 1].map(() => useDatabase({ kind: 'empty' })),
    platform: useDatabase({ kind: 'platform', mode: 'today' }),
  }
}

/** Plans both directions of a case, without a proof; `at` spreads cases over the databases. */
export async function planOnly(
  { empty, platform }: Ground,
  { name, before, after }: Case,
  at: number,
): Promise<readonly [WrittenPlan, WrittenPlan]> {
  const own = empty[at % empty.length] ?? platform
  const database = /^-- platform\b/.test(before) ? platform : own
  const isPlanner = isOfSuperuser({ before })
  const from = await catalogOf(database, before, isPlanner)
  return planBoth(from, await catalogOf(database, after, isPlanner), isOnline({ name }))
}

/** Makes a state in a transaction, reads it, and undoes it: a database for each would take longer than all the rest. */
async function catalogOf(
  { owner, superuser }: TestDatabase,
  text: string,
  isPlanner: boolean,
): Promise<Catalog> {
  const undo = new Error('undo')
  let catalog: Catalog | undefined
  const isBySuperuser = isPlanner || /^-- superuser/m.test(text)
  try {
    await (isBySuperuser ? superuser : owner).tx(async (tx) => {
      // Two states with objects of one name would wait for each other, in any order.
      await sendText(tx, 'select pg_catalog.pg_advisory_xact_lock(1)')
      await sendText(tx, text)
      if (isBySuperuser && !isPlanner) await sendText(tx, 'set local role postgres')
      catalog = await readCatalogWithin(tx, scopeOf(text))
      throw undo
    })
  } catch (error) {
    if (error !== undo) throw error
  }
  if (catalog === undefined) throw new Error('a state without its catalog')
  return catalog
}
