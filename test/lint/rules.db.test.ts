import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { lintPage } from '../../src/commands/lint-docs.ts'
import { askCatalog, askRule, setScope } from '../../src/lint/ask-catalog.ts'
import type { RuleAnswer } from '../../src/lint/ask-catalog.ts'
import { loadRules } from '../../src/lint/rule-files.ts'
import type { Rule } from '../../src/lint/rule-files.ts'
import { useDatabase } from '../support/database.ts'
import { asRole } from '../support/roles.ts'
import type { Actor } from '../support/roles.ts'
import { home } from '../support/tracked-files.ts'
import { faults } from './faults.ts'

const rules = await loadRules()
const scope = { schemas: ['public', 'private'], exposed: ['public'] }

/** What Supabase's advisors say of the schema, all of it wanted: the schema files say why. */
const wanted = [
  'foreign-key-without-index public.profiles.profiles_google_key_version_fkey',
  'foreign-key-without-index public.profiles.profiles_google_refresh_key_version_fkey',
  'row-security-without-policies private.encryption_keys',
]

describe.each(['today', 'legacy'] as const)('with the default privileges of %s', (mode) => {
  const db = useDatabase({ kind: 'migrations', mode })

  test('the rules find nothing but what is wanted', async () => {
    const answers = await askCatalog(
      db.owner,
      rules.filter(({ needsLiveData }) => !needsLiveData),
      scope,
    )
    const found = answers.flatMap((answer) =>
      answer.found.map(({ object }) => `${answer.rule.name} ${object}`),
    )
    expect(found).toEqual(wanted)
  })
})

describe('a rule', () => {
  const db = useDatabase({ kind: 'migrations', mode: 'today' })

  // A rule that cannot fail says nothing.
  test.each(rules)('$name finds a fault once, and nothing when it is repaired', async (rule) => {
    const { before = '', fault, object, detail = null, repair } = faultOf(rule)
    await asRole(db, 'supabase_admin', async (actor) => {
      await actor.text(before)
      const known = await run(actor, rule)
      await actor.text(fault)
      const found = await run(actor, rule)
      const added = found.found.filter(
        (row) => !known.found.some((old) => old.object === row.object),
      )
      expect(added.map((row) => ({ object: row.object, detail: row.detail }))).toEqual([
        { object, detail },
      ])
      expect(found.lookedAt).toBeGreaterThan(0)
      await actor.text(repair)
      expect((await run(actor, rule)).found).toEqual(known.found)
    })
  })
})

test('every rule has its fault, and every fault its rule', () => {
  expect(Object.keys(faults).toSorted()).toEqual(rules.map(({ name }) => name).toSorted())
})

test('docs/lint.md is what `npm run lint:docs` writes', async () => {
  expect(await readFile(join(home, 'docs/lint.md'), 'utf8')).toBe(await lintPage())
})

async function run({ tx }: Actor, rule: Rule): Promise<RuleAnswer> {
  await setScope(tx, scope)
  return askRule(tx, rule)
}

function faultOf({ name }: Rule): (typeof faults)[string] {
  const fault = faults[name]
  if (fault === undefined) throw new Error(`${name} has no fault in faults.ts`)
  return fault
}
