import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sql, useDatabase } from '../support/database.ts'
import type { Rows } from '../support/database.ts'
import { asRole } from '../support/roles.ts'
import type { Actor } from '../support/roles.ts'
import { faults } from './advisors/faults.ts'

const folder = join(import.meta.dirname, 'advisors')
const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted()
const checks = await Promise.all(
  files.map(async (file) => ({
    name: file.replace('.sql', ''),
    text: await readFile(join(folder, file), 'utf8'),
  })),
)

type Check = (typeof checks)[number]

/** What Supabase's advisors say of the schema, all of it wanted. */
const wanted = [
  // Nobody searches profiles by the version of a key: a rotation reads the canonical tables.
  {
    check: '0001-foreign-key-without-index',
    level: 'info',
    object: 'public.profiles.profiles_google_key_version_fkey',
  },
  {
    check: '0001-foreign-key-without-index',
    level: 'info',
    object: 'public.profiles.profiles_google_refresh_key_version_fkey',
  },
  // For the server, which passes row security; no policy means that nobody else sees a row.
  {
    check: '0008-row-security-without-policies',
    level: 'info',
    object: 'private.encryption_keys',
  },
]

describe.each(['today', 'legacy'] as const)('with the default privileges of %s', (mode) => {
  const db = useDatabase({ kind: 'migrations', mode })

  test('the advisors have nothing to say but what is wanted', async () => {
    await asRole(db, 'supabase_admin', async (actor) => {
      const findings = []
      for (const check of checks) {
        for (const { level, object } of await run(actor, check)) {
          findings.push({ check: check.name, level, object })
        }
      }
      // No index of an empty database has been used.
      expect(findings.filter(({ check }) => check !== '0005-index-never-used')).toEqual(wanted)
      const rest = findings.filter(({ check }) => check === '0005-index-never-used')
      expect(rest.filter(({ level }) => level !== 'info')).toEqual([])
    })
  })

  // A check that cannot fail says nothing.
  test.each(checks)('$name sees a fault, as one finding', async (check) => {
    const { before = '', fault, finding } = faultOf(check)
    await asRole(db, 'supabase_admin', async (actor) => {
      await actor.text(before)
      const known = await run(actor, check)
      await actor.text(fault)
      const found = await run(actor, check)
      expect(found.filter((row) => !known.some(({ object }) => object === row['object']))).toEqual([
        finding,
      ])
      expect(found).toHaveLength(known.length + 1)
    })
  })
})

test('every check has its fault, and every fault its check', () => {
  expect(Object.keys(faults).toSorted()).toEqual(checks.map(({ name }) => name))
})

/** The schemas that are ours are those of the path. */
async function run({ text, query }: Actor, check: Check): Promise<Rows> {
  await text('set local search_path = public, private')
  return query(sql.__dangerous__rawValue(check.text))
}

function faultOf({ name }: Check): (typeof faults)[string] {
  const fault = faults[name]
  if (fault === undefined) throw new Error(`${name} has no fault in advisors/faults.ts`)
  return fault
}
