import { join } from 'node:path'
import { describe, test } from 'vitest'
import type { Catalog } from '../../../src/model/catalog.ts'
import { mergeRisks, riskText } from '../../../src/plan/hazards/hazard.ts'
import type { WrittenPlan } from '../../../src/plan/write-plan.ts'
import { sendText } from '../../../src/postgres/connect.ts'
import { readCatalogWithin } from '../../../src/postgres/read/catalog.ts'
import { expectGolden, renderGolden } from '../../cases/golden.ts'
import { loadPairs, planBoth, scope } from '../../cases/run-case.ts'
import { useDatabase } from '../../support/database.ts'
import type { TestDatabase } from '../../support/database.ts'

const folder = join(import.meta.dirname, '../../cases')
const pairs = await loadPairs(folder)

describe.concurrent('a pair of states has these hazards and no others, in both directions', () => {
  const empty = [0, 1].map(() => useDatabase({ kind: 'empty' }))
  const platform = useDatabase({ kind: 'platform', mode: 'today' })

  test.for([...pairs.entries()])('$1.name', async ([at, given], { expect }) => {
    const { name, before, after } = given
    const database = /^-- platform\b/.test(before) ? platform : (empty[at % 2] ?? platform)
    const from = await catalogOf(database, before)
    const to = await catalogOf(database, after)
    const [up, down] = planBoth(from, to)
    await expect([...linesOf('up', up), ...linesOf('down', down)].join('')).toMatchFileSnapshot(
      join(folder, name, 'hazards.txt'),
    )
    await expectGolden(expect, name, renderGolden(up.plan, down.plan))
  })
})

/** Makes a state in a transaction, reads it, and undoes it: a database for each would take longer than all the rest. */
async function catalogOf({ owner, superuser }: TestDatabase, text: string): Promise<Catalog> {
  const undo = new Error('undo')
  let catalog: Catalog | undefined
  const isOfSuperuser = /^-- superuser/m.test(text)
  try {
    await (isOfSuperuser ? superuser : owner).tx(async (tx) => {
      // Two states with objects of one name would wait for each other, in any order.
      await sendText(tx, 'select pg_catalog.pg_advisory_xact_lock(1)')
      await sendText(tx, text)
      if (isOfSuperuser) await sendText(tx, 'set local role postgres')
      catalog = await readCatalogWithin(tx, scope)
      throw undo
    })
  } catch (error) {
    if (error !== undo) throw error
  }
  if (catalog === undefined) throw new Error('a state without its catalog')
  return catalog
}

function linesOf(way: 'up' | 'down', { plan }: WrittenPlan): string[] {
  const risks = plan.segments.flatMap(({ statements }) => statements.flatMap((each) => each.risks))
  return mergeRisks(risks)
    .map((risk) => `${way}: ${riskText(risk)}\n`)
    .toSorted()
}
