import { spawnSync } from 'node:child_process'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadHelpers, pgtapCommand, readTestedFrom } from '../../src/commands/pgtap.ts'
import { loadProject } from '../../src/files/project.ts'
import { renderSection } from '../../src/pgtap/check.ts'
import type { Section } from '../../src/pgtap/check.ts'
import { testSections } from '../../src/pgtap/test-files.ts'
import type { Tested } from '../../src/pgtap/test-files.ts'
import { isSQLError, sendText } from '../../src/postgres/connect.ts'
import type { Queryable, Transaction } from '../../src/postgres/connect.ts'
import { sql, withTestDatabase } from '../support/database.ts'
import { inDebianImage } from '../support/debian-image.ts'
import { sample } from '../support/sample.ts'
import { contextFor } from '../support/target.ts'
import { home } from '../support/tracked-files.ts'
import { mutantsOf } from './mutants.ts'
import type { Mutant } from './mutants.ts'
import { tapShim } from './tap-shim.ts'

const folder = join(home, 'supabase/tests')
const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted()

it('are what the schema files say', async () => {
  expect(await pgtapCommand(await contextFor('postgresql://nowhere'), { check: true })).toEqual({
    files: ['supabase/tests/rights.sql', 'supabase/tests/rows.sql'],
    changed: [],
    written: false,
  })
})

it('plan as many tests as they have', async () => {
  for (const name of names) {
    const text = await readFile(join(folder, name), 'utf8')
    const planned = Number(/^select plan\((?<count>\d+)\);$/m.exec(text)?.groups?.['count'])
    expect([name, planned]).toEqual([name, text.match(/^select is\($/gm)?.length])
    expect(planned).toBeGreaterThan(150)
  }
})

it.each(['today', 'legacy'] as const)(
  'pass on what the migrations make with the default privileges of %s, and change nothing',
  async (mode) => {
    await withTestDatabase({ kind: 'migrations', mode }, async (db) => {
      await sendText(db.superuser, tapShim)
      for (const name of names) await db.text(await readFile(join(folder, name), 'utf8'))
      expect(
        await db.query(sql`
          select count(*)::integer as users, has_table_privilege('anon', 'public.workflows', 'select') as granted
          from auth.users
        `),
      ).toEqual([{ users: 0, granted: false }])
    })
  },
)

it('see every fault', async () => {
  await withTestDatabase({ kind: 'migrations', mode: 'today' }, async (db) => {
    await sendText(db.superuser, tapShim)
    const tested = await readTestedFrom(db.owner, await loadProject(home))
    const mutants = mutantsOf(tested.catalog)
    expect(mutants.length).toBeGreaterThan(1000)
    expect(await findAlive(db.owner, tested, sample(mutants, { usual: 10, others: 3 }))).toEqual([])
  })
})

describe('by pg_prove [needs pgtap]', inDebianImage, () => {
  it('pass on what the migrations make', async () => {
    await withTestDatabase({ kind: 'migrations', mode: 'today' }, async (db) => {
      await sendText(db.superuser, 'create extension pgtap with schema extensions')
      const paths = names.map((name) => join(folder, name))
      const url = new URL(db.url)
      const password = decodeURIComponent(url.password)
      url.password = ''
      const { stdout, stderr, status } = spawnSync('pg_prove', ['--dbname', url.href, ...paths], {
        encoding: 'utf8',
        env: { PATH: process.env['PATH'], PGPASSWORD: password },
      })
      expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
      expect(stdout).toMatch(/All tests successful\.\nFiles=2, Tests=\d{3}/)
    })
  })
})

/** Makes each fault in turn, and names those that no test sees, and those that nobody could make. */
async function findAlive(
  db: Queryable,
  tested: Tested,
  mutants: readonly Mutant[],
): Promise<string[]> {
  const sections = testSections(tested)
  const helpers = await loadHelpers()
  const alive: string[] = []
  for (const file of ['rights', 'rows'] as const) {
    const prepared = sections[file].filter(({ checks }) => checks.length === 0)
    await rolledBack(db, async (tx) => {
      await sendText(tx, 'set local search_path = public, extensions')
      await sendText(tx, helpers.attempts)
      await sendText(tx, helpers[file])
      for (const section of prepared) await sendText(tx, renderSection(section))
      for (const mutant of mutants.filter((each) => each.file === file)) {
        const outcome = await tryMutant(tx, mutant, sections[file])
        if (outcome !== 'seen') alive.push(`${mutant.name}: ${outcome}`)
      }
    })
  }
  return alive
}

/** Whether the section sees a fault. What nobody can make, such as a right that is there already, is a mistake of the list. */
async function tryMutant(
  tx: Transaction,
  { statement, section }: Mutant,
  sections: readonly Section[],
): Promise<string> {
  const found = sections.find(({ title }) => title === section)
  if (found === undefined) return `no section ${section}`
  try {
    return await tx.tx(async (inner) => {
      await sendText(inner, statement)
      await sendText(inner, renderSection(found))
      return 'alive'
    })
  } catch (error) {
    if (!isSQLError(error)) throw error
    return error.message.includes('not ok - ') ? 'seen' : error.message
  }
}

async function rolledBack(db: Queryable, use: (tx: Transaction) => Promise<void>): Promise<void> {
  const undo = new Error('undo')
  await db
    .tx(async (tx) => {
      await use(tx)
      throw undo
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error
    })
}
