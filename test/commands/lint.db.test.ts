import { beforeAll, describe, expect, inject, test } from 'vitest'
import { lintCommand } from '../../src/commands/lint.ts'
import type { LintResult } from '../../src/commands/lint.ts'
import type { Variables } from '../../src/files/environment.ts'
import { plain } from '../../src/report/paint.ts'
import { renderAnnotations, renderLint } from '../../src/report/lint.ts'
import { buildTime, openTestAtlas } from '../support/atlas.ts'
import { runVerb } from '../support/cli.ts'
import { withTestDatabase } from '../support/database.ts'
import { once } from '../support/once.ts'
import { withProject } from '../support/project.ts'
import { contextFor } from '../support/target.ts'
import { describeWith } from '../support/tools.ts'

const table = `create table public.notes (
  id bigint generated always as identity,
  body text not null,
  constraint notes_pkey primary key (id)
);
`
const secured = `${table}alter table public.notes enable row level security;\n`

const openTable = {
  rule: 'exposed-table-without-row-security',
  level: 'error',
  source: 'catalog',
  object: 'public.notes',
  message: 'Every role with a grant reads and writes all rows.',
  fix: 'alter table … enable row level security, and a policy for each command.',
  file: 'schema/tables/notes.sql',
  line: 1,
  column: null,
  excerpt: null,
}
const required = {
  rule: 'adding-required-field',
  level: 'warn',
  source: 'migrations',
  object: null,
  message:
    'Adding a new column that is `NOT NULL` and has no default value to an existing table effectively makes it required.',
  fix: 'Make the field nullable or add a non-VOLATILE DEFAULT',
  file: 'migrations/002_bodies.sql',
  line: 1,
  column: 26,
  excerpt: null,
}

/** What Atlas would say depends on the machine. */
const noAtlas = { ATLAS_BINARY: '/nowhere' }

/** What lint says of the small project with other files; an empty one is removed. */
async function lint(
  files: Readonly<Record<string, string>>,
  variables: Variables = noAtlas,
): Promise<LintResult> {
  return withProject(async (project) => {
    for (const [path, text] of Object.entries(files)) {
      await (text === '' ? project.remove(path) : project.write(path, text))
    }
    const context = await contextFor('', await project.load())
    return lintCommand({ ...context, variables: { ...context.variables, ...variables } }, undefined)
  })
}

describe('lint', once, () => {
  test('says of the schema files, of what they make, and of the migrations what is wrong, with places', async () => {
    const result = await lint({})
    const { rules, tools, ...rest } = result
    expect(rest).toEqual({
      environment: null,
      findings: [required, openTable],
      ignored: [],
      counts: { error: 1, warn: 1, info: 0, ignored: 0 },
    })
    const idle = rules.filter(({ lookedAt }) => lookedAt === 0)
    expect(rules.filter(({ why }) => why !== null).map(({ name }) => name)).toEqual([
      'index-never-used',
      'table-bloat',
      'extension-outdated',
    ])
    expect(tools).toEqual([
      { name: 'squawk', ran: true, why: null },
      {
        name: 'atlas',
        ran: false,
        why: 'ATLAS_BINARY: /nowhere is not there. Name Atlas 1.0 or newer there, or unset it.',
      },
    ])
    expect(renderLint(result, plain)).toContain('info   atlas not asked: ATLAS_BINARY: /nowhere ')
    expect(renderLint(result, plain)).toContain(
      `info   ${String(idle.length)} rules had nothing to look at: ${idle.map(({ name }) => name).join(', ')}\n`,
    )
    expect(renderAnnotations(result)).toBe(
      [
        `::warning file=migrations/002_bodies.sql,line=1,col=26,title=adding-required-field::${required.message}%0A${required.fix}`,
        `::error file=schema/tables/notes.sql,line=1,title=exposed-table-without-row-security::public.notes: ${openTable.message}%0A${openTable.fix}`,
      ].join('\n'),
    )
  })

  test('accepts a finding for a reason only, and says which ignores accept nothing', async () => {
    const { findings, ignored } = await lint({
      'schema/tables/notes.sql': `-- lint-ignore exposed-table-without-row-security: everybody may\n${table}`,
      'migrations/002_bodies.sql':
        '-- lint-ignore adding-required-field\nalter table public.notes add column body text not null;\n',
      'schema/functions/f.sql': `-- lint-ignore function-with-search-path: a slip
-- lint-ignore function-without-search-path: it is set
-- lint-ignore
create function public.f() returns integer language sql set search_path = '' as 'select 1';
`,
    })
    expect(ignored).toEqual([{ ...openTable, line: 2, reason: 'everybody may' }])
    expect(
      findings.map(({ rule, level, file, line, message }) => [rule, level, file, line, message]),
    ).toEqual([
      [
        'lint-ignore-without-reason',
        'warn',
        'migrations/002_bodies.sql',
        1,
        'adding-required-field: This ignore gives no reason, so it accepts nothing.',
      ],
      ['adding-required-field', 'warn', 'migrations/002_bodies.sql', 2, required.message],
      [
        'lint-ignore-unknown',
        'warn',
        'schema/functions/f.sql',
        1,
        'function-with-search-path: No rule has this name.',
      ],
      [
        'lint-ignore-unused',
        'info',
        'schema/functions/f.sql',
        2,
        'function-without-search-path: The rule finds nothing here, so that the ignore is not needed.',
      ],
      ['lint-ignore-nothing', 'warn', 'schema/functions/f.sql', 3, 'This ignore names no rule.'],
    ])
  })

  test('gives each problem of a schema file its place, and asks nothing of a catalog that cannot be made', async () => {
    const { findings, rules } = await lint({
      'schema/tables/notes.sql': table.replace('create table', 'create table if not exists'),
    })
    expect(findings[1]).toEqual({
      rule: 'schema-file',
      level: 'error',
      source: 'schema',
      object: null,
      message: 'Leave out `if not exists`: it would hide that something else created the object.',
      fix: null,
      file: 'schema/tables/notes.sql',
      line: 1,
      column: 1,
      excerpt: '  create table if not exists public.notes (\n  ^',
    })
    expect(new Set(rules.map(({ why }) => why))).toEqual(
      new Set(['the schema files cannot be loaded']),
    )
  })

  test('gives what PostgreSQL refuses its place', async () => {
    const { findings } = await lint({
      'schema/views/v.sql': 'create view public.v as\nselect id from public.absent;\n',
    })
    expect(findings.find(({ rule }) => rule === 'schema-file')).toMatchObject({
      file: 'schema/views/v.sql',
      line: 2,
      column: 16,
      message: 'relation "public.absent" does not exist (42P01)',
    })
  })

  test('puts the questions to a database that is named, also those that need live data', async () => {
    await withTestDatabase({ kind: 'platform', mode: 'today' }, async (db) => {
      await db.text(`${secured}create index notes_body_idx on public.notes (body);`)
      const { environment, findings, rules } = await withProject(async (project) => {
        const context = await contextFor(db.url, await project.load())
        const variables = { ...context.variables, ...noAtlas }
        return lintCommand({ ...context, variables }, 'test')
      })
      const found = findings.map(({ rule, object, file }) => [rule, object, file])
      expect({ environment, found, unasked: rules.filter(({ why }) => why !== null) }).toEqual({
        environment: 'test',
        found: [
          ['index-never-used', 'public.notes_body_idx', 'schema/tables/notes.sql'],
          ['adding-required-field', null, 'migrations/002_bodies.sql'],
          ['row-security-without-policies', 'public.notes', 'schema/tables/notes.sql'],
        ].toSorted((a, b) => ((a[2] ?? '') < (b[2] ?? '') ? -1 : 1)),
        unasked: [],
      })
    })
  })

  test('exits 2 for errors and warnings, 0 for notes, and annotates the code on GitHub', async () => {
    await withProject(async (project) => {
      const env = {
        ...noAtlas,
        WORKBENCH_URL: inject('workbench').url,
        GITHUB_ACTIONS: 'true',
      }
      const bad = await runVerb('lint', { cwd: project.root, env })
      expect({ code: bad.code, last: bad.stdout.trimEnd().split('\n').slice(-3) }).toEqual({
        code: 2,
        last: [
          '1 error, 1 warning, 0 notes.',
          expect.stringContaining('::warning file=migrations/002_bodies.sql,line=1,col=26,'),
          expect.stringContaining('::error file=schema/tables/notes.sql,line=1,'),
        ],
      })
      await project.write('schema/tables/notes.sql', secured)
      await project.write(
        'migrations/002_bodies.sql',
        'alter table public.notes add column body text;\n',
      )
      const good = await runVerb('lint', { cwd: project.root, words: ['--json'], env })
      const { counts } = JSON.parse(good.stdout)
      expect({ code: good.code, counts }).toEqual({
        code: 0,
        counts: { error: 0, warn: 0, info: 1, ignored: 0 },
      })
    })
  })
})

describeWith('go', 'lint with Atlas', () => {
  beforeAll(openTestAtlas, buildTime)

  test(
    'finds what its analyzers find, unless it is accepted, and a migration that cannot be run',
    once,
    async () => {
      const fault = 'alter table public.notes add column body text not null;\n'
      const [plainly, accepted, failing] = await Promise.all(
        [
          fault,
          `-- lint-ignore MF103, adding-required-field: nobody uses it yet\n${fault}`,
          'alter table public.absent add column body text;\n',
        ].map(async (text) => lint({ 'migrations/002_bodies.sql': text }, {})),
      )
      expect(said(plainly)).toEqual([
        [
          'MF103',
          'warn',
          1,
          'Adding a non-nullable "text" column "body" will fail in case table "notes" is not empty',
        ],
        ['adding-required-field', 'warn', 1, required.message],
      ])
      expect([said(accepted), accepted?.counts.ignored]).toEqual([[], 2])
      expect(said(failing)).toEqual([
        ['migration-fails', 'error', 1, 'pq: relation "public.absent" does not exist'],
      ])
    },
  )
})

function said(result: LintResult | undefined): unknown {
  return result?.findings
    .filter(({ source }) => source === 'migrations')
    .map(({ rule, level, line, message }) => [rule, level, line, message])
}
