import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesBelow, home } from '../../support/tracked-files.ts'
import { readAttacks } from './attack-rows.ts'
import type { Attack, AttackFile } from './attack-rows.ts'

const paths = await filesBelow('test/schema', '.db.test.ts')
const files = await Promise.all(
  paths.map(async (path) => ({
    path,
    ...readAttacks(await readFile(join(home, path), 'utf8')),
  })),
)

describe('docs/security.md', () => {
  it('says of every test of an attack what it tries and what stops it', () => {
    const bare = files
      .filter(({ path }) => path.includes('/attacks/'))
      .flatMap((file) => file.bare.map((line) => `${file.path}: ${line}`))
    expect(bare).toEqual([])
  })

  it('has a row for each defect of the first schema', () => {
    const defects = rows().flatMap(({ defect }) => (defect === '' ? [] : [defect]))
    expect(defects).toEqual(Array.from({ length: 20 }, (_, at) => `D${String(at + 1)}`))
  })

  it('is what the tests say: vitest run test/schema/attacks/security-page.test.ts -u writes it', async () => {
    await expect(page()).toMatchFileSnapshot(join(home, 'docs/security.md'))
  })
})

describe('the remarks above tests', () => {
  it('are read with their lines joined, and cover the tests of a describe', () => {
    const text = [
      '// Attack D3: read',
      '// much.',
      '// Stopped by: nothing.',
      "describe('x', () => {",
      "  test('inside', () => {})",
      '})',
      "test('bare', () => {})",
      '// Control: it can fail.',
      "test('control', () => {})",
      '// A remark.',
      "test('remarked', () => {})",
      '// Attack: half of it.',
      "test('half', () => {})",
    ]
    expect(readAttacks(text.join('\n'))).toEqual({
      attacks: [{ defect: 'D3', tries: 'read much.', stoppedBy: 'nothing.' }],
      bare: ["test('bare', () => {})", "test('remarked', () => {})", "test('half', () => {})"],
    } satisfies AttackFile)
  })
})

interface Row extends Attack {
  readonly path: string
}

/** The defects by their numbers, then the others by their files. */
function rows(): Row[] {
  const all = files.flatMap(({ path, attacks }) => attacks.map((attack) => ({ ...attack, path })))
  return [
    ...all
      .filter(({ defect }) => defect !== '')
      .toSorted((a, b) => Number(a.defect.slice(1)) - Number(b.defect.slice(1))),
    ...all.filter(({ defect }) => defect === ''),
  ]
}

function page(): string {
  const cells = rows().map(({ defect, tries, stoppedBy, path }) => [
    defect,
    sentence(tries),
    sentence(stoppedBy),
    `[${basename(path)}](../${path})`,
  ])
  const lines = [
    ['', 'what an attacker tries', 'what stops it', 'test'],
    ['---', '---', '---', '---'],
  ]
  return [head, ...[...lines, ...cells].map((line) => `| ${line.join(' | ')} |`), foot].join('\n')
}

const head = `<!-- Written from the remarks above the tests in test/schema: edit those. -->

# Attacks, and what stops them

Each row is a test that runs the attack on a real PostgreSQL, as the role that would try it. D1 to D20 are defects of
AURA's first schema; the others were found since. [rights.md](schema/rights.md) says who may do what.
`

const foot = `
## What the deletion of an account does not reach

What a rollback with \`--archive\` keeps, it keeps in schema \`archive\`: rows of users among them. Their foreign keys are not there, so that the
deletion of an account does not delete them, and \`purge_execution_logs\` does not purge them. Nobody but the owner may read them. List them with
\`npm run archive production\`, and drop them as soon as they are not needed: \`npm run archive production drop\`. \`--archive\` is never the default on
production.

## What the journal shows

\`schema_journal.files\` has the text of every applied migration and of its down file. Nobody but the owner may read it, and no text is kept where
another role was granted that. Members of \`pg_read_all_data\` read it, as they read every table, and so does whoever has a dump of the database. A
migration is in the repository, and PostgreSQL may log its statements. So no secret belongs into one: a password of a role is set by hand, a key comes
from a variable, and a plan says '(fill in)' for secret options of foreign servers and user mappings, which are set by hand too. One that was written
there is to be changed in the service that it is for. Who owns the database can edit the journal. So a text whose SHA-256 is not the recorded one is
not run. The text of a migration is run on the workbench alone, by a role that is no superuser.
`

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}
