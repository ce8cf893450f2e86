import { describe, expect, inject, it, vi } from 'vitest'
import { longer } from '../support/sample.ts'
import { hashCommand } from '../../src/commands/hash.ts'
import { runVerb } from '../support/cli.ts'
import { sql } from '../support/database.ts'
import { freePort } from '../support/listeners.ts'
import { withLocal } from '../support/local.ts'
import { once } from '../support/once.ts'
import { withProject } from '../support/project.ts'
import { withSmallWorld } from '../support/small-project.ts'
import { contextFor } from '../support/target.ts'

// Each test starts many processes: a busy machine needs its time.
vi.setConfig({ testTimeout: 120_000 })

// One whole value a verb: what a program that reads --json may count on. Keys are always there; null is none.

const address = expect.stringMatching(/^postgres@[\w.]+:\d+\/workbench_scratch_\w+$/)
const milliseconds = expect.any(Number)
const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
const limits = { lock: 3000, lockBudget: 60_000, statement: 0, idle: 60_000 }
const same = (name: string, count: unknown): object => ({
  name,
  expected: count,
  found: count,
  missing: [],
  extra: [],
  different: [],
})
const notes = { version: '001', name: 'notes' }
const bodies = { version: '002', name: 'bodies' }
const noteOne = "insert into public.notes (id, body) overriding system value values (1, 'a sample')"

const commented = (text: string): unknown => ({
  transaction: true,
  statements: [
    {
      sql: `comment on table public.notes is ${text}`,
      kind: 'table',
      object: 'table public.notes',
      verb: 'comment',
      parts: [],
      note: null,
      hazards: [],
      risks: [],
    },
  ],
})

const drifted = {
  environment: 'test',
  address,
  current: '002',
  pending: [],
  same: false,
  sections: expect.arrayContaining([
    {
      ...same('tables', 1),
      different: [{ object: 'public.notes', expected: 'comment: none', found: 'comment: by hand' }],
    },
  ]),
  done: [commented("'by hand'")],
  repair: [commented('null')],
  proved: true,
  why: null,
  unmanaged: [],
  proof: [
    { way: 'up', part: 1, differences: [], milliseconds },
    { way: 'down', part: 1, differences: [], milliseconds },
  ],
}

const rehearsed = {
  environment: 'test',
  address,
  drifted: false,
  lacking: [],
  files: [
    {
      ...bodies,
      statements: [
        {
          line: 1,
          sort: 'alter table',
          outside: false,
          work: [
            {
              relation: 'public.notes',
              lock: 'access exclusive',
              rewrite: false,
              scan: true,
              rows: null,
              bytes: expect.any(Number),
            },
          ],
        },
      ],
    },
  ],
}

/** Calls a verb with --json; answers its value, paths from the project's root, and the exit code. */
async function json(
  root: string,
  said: string,
  env: Readonly<Record<string, string>> = {},
): Promise<unknown> {
  const [verb = '', ...words] = said.split(' ')
  const ran = await runVerb(verb, { cwd: root, words: [...words, '--json'], env })
  expect(ran.stderr).toBe('')
  const value: unknown = JSON.parse(ran.stdout.replaceAll(`${root}/`, ''))
  return { code: ran.code, value }
}

describe('--json prints', once, () => {
  it.skipIf(longer.skip)('what verbs found and did in a database', async () => {
    await withSmallWorld(async ({ project, db }) => {
      const env = { TEST_DATABASE_URL: db.url, WORKBENCH_URL: inject('workbench').url }
      const of = async (said: string): Promise<unknown> => json(project.root, said, env)

      expect(await of('apply test --dry-run')).toEqual({
        code: 0,
        value: {
          environment: 'test',
          address,
          dryRun: true,
          limits,
          applied: [],
          pending: [
            { ...notes, summary: [] },
            { ...bodies, summary: [] },
          ],
          recorded: [],
          answers: [],
          notAsked: [],
          putBack: [],
          current: null,
        },
      })
      expect(await of('apply test')).toEqual({
        code: 0,
        value: {
          environment: 'test',
          address,
          dryRun: false,
          limits,
          applied: [
            { ...notes, milliseconds },
            { ...bodies, milliseconds },
          ],
          pending: [],
          recorded: [],
          answers: [],
          notAsked: [],
          putBack: [],
          current: '002',
        },
      })
      await project.write('samples/notes.sql', noteOne)
      expect(await of('db seed test')).toEqual({
        code: 0,
        value: { environment: 'test', address, tables: [{ table: 'public.notes', inserted: 1 }] },
      })
      await project.remove('samples')
      await db.text('delete from public.notes')
      expect(await of('verify test')).toEqual({
        code: 0,
        value: {
          environment: 'test',
          address,
          current: '002',
          pending: [],
          sections: [
            same('schemas', 1),
            same('tables', 1),
            same('columns', 2),
            same('constraints', 1),
            same('identity sequences', 1),
            same('publications', 1),
            same('rights', expect.any(Number)),
          ],
          same: true,
        },
      })

      await db.text('comment on table public.notes is $$by hand$$')
      expect(await of('drift test')).toEqual({ code: 2, value: drifted })
      await db.text('comment on table public.notes is null')

      await db.query(sql`insert into public.notes (body) values ('lost')`)
      const lost = {
        outcome: 'loses values',
        object: '"public"."notes"."body"',
        detail: 'values',
        place: 'migrations/down/002_bodies.sql:1',
        count: 1,
        estimate: null,
        example: 'id = 2',
        error: null,
        chosen: false,
        kept: { kind: 'values', schema: 'public', table: 'notes', column: 'body' },
      }
      expect(await of('rollback test 001 --allow-data-loss')).toEqual({
        code: 0,
        value: {
          environment: 'test',
          address,
          dryRun: false,
          limits,
          answers: [lost],
          notAsked: [],
          archived: [],
          rolledBack: [{ ...bodies, milliseconds }],
          pending: [],
          current: '001',
        },
      })
      expect(await of('apply test --rehearse')).toEqual({ code: 0, value: rehearsed })
      const here = { inFolder: true, recordedAs: null, partial: null }
      expect(await of('status test --exit-code')).toEqual({
        code: 2,
        value: {
          environment: 'test',
          address,
          state: 'pending',
          current: '001',
          versions: [
            {
              ...notes,
              ...here,
              applied: true,
              appliedAt: time,
              baseline: false,
              histories: ['atlas'],
            },
            { ...bodies, ...here, applied: false, appliedAt: null, baseline: false, histories: [] },
          ],
          refusals: [],
          running: null,
          journal: null,
        },
      })

      await db.text(
        'drop schema atlas_schema_revisions cascade; alter table public.notes add column note text',
      )
      expect(await of('baseline test 001')).toMatchObject({
        code: 1,
        value: {
          environment: 'test',
          address,
          dryRun: false,
          done: false,
          versions: [notes],
          sections: [
            same('schemas', 1),
            same('tables', 1),
            {
              name: 'columns',
              expected: 1,
              found: 2,
              missing: [],
              extra: [{ object: 'public.notes.note', detail: 'type: text, local: yes' }],
              different: [],
            },
            same('constraints', 1),
            same('identity sequences', 1),
            same('publications', 1),
            same('rights', expect.any(Number)),
          ],
        },
      })
    })
  })

  it('what verbs found in the files', async () => {
    await withProject(async (project) => {
      const env = { WORKBENCH_URL: inject('workbench').url }
      await hashCommand(await contextFor('', await project.load()))
      expect(await json(project.root, 'diff', env)).toEqual({
        code: 0,
        value: { equal: true, differences: [], unread: [], columnOrder: [] },
      })
      await project.write('migrations/003_tags.sql', 'select 1;\n')
      expect(await json(project.root, 'hash')).toEqual({
        code: 0,
        value: {
          path: 'migrations/atlas.sum',
          files: 3,
          written: true,
          edited: [],
          added: ['003_tags.sql'],
          missing: [],
        },
      })
      await project.write('migrations/003_toys.sql', 'select 1;\n')
      expect(await json(project.root, 'renumber 003_toys')).toEqual({
        code: 0,
        value: {
          from: '003_toys',
          to: '004_toys',
          version: '004',
          files: ['migrations/004_toys.sql'],
          asked: [],
          notAsked: [
            { environment: 'local', why: 'it was never started' },
            { environment: 'production', why: 'PRODUCTION_DATABASE_URL is not set' },
            { environment: 'staging', why: 'STAGING_DATABASE_URL is not set' },
            { environment: 'test', why: 'TEST_DATABASE_URL is not set' },
          ],
          takenBack: [],
          doubled: [],
        },
      })
    })
  })

  it.skipIf(longer.skip)(
    'what a plan is, what was proved of it, and which files are new',
    async () => {
      await withProject(async (project) => {
        const env = { WORKBENCH_URL: inject('workbench').url }
        const of = async (said: string): Promise<unknown> => json(project.root, said, env)
        await hashCommand(await contextFor('', await project.load()))
        await project.write(
          'schema/functions/one.sql',
          "create function public.one() returns integer\nlanguage sql immutable\nset search_path = ''\nas 'select 1';\n",
        )
        const added = {
          kind: 'function',
          object: 'function public.one()',
          verb: 'create',
          parts: [],
          note: null,
          sql: expect.stringMatching(/^create function public\.one\(\) returns integer\n/),
          // PostgreSQL lets everybody call a new function.
          hazards: ['opens_access'],
          risks: [{ hazard: 'opens_access', what: 'public may execute public.one()' }],
          by: 'own',
        }
        // Whatever the default privileges are where it is applied.
        const revoked = {
          ...added,
          verb: 'revoke',
          sql: 'revoke all on function public.one() from anon, authenticated, service_role',
          hazards: [],
          risks: [],
        }
        const gone = {
          ...added,
          verb: 'drop',
          sql: 'drop function public.one()',
          hazards: ['breaks_clients'],
          risks: [{ hazard: 'breaks_clients', what: 'public.one() is dropped' }],
        }
        const steps = [
          { way: 'up', part: 1, differences: [], milliseconds },
          { way: 'down', part: 1, differences: [], milliseconds },
        ]
        expect(await of('plan add_one')).toEqual({
          code: 0,
          value: {
            equal: false,
            proved: true,
            why: null,
            segments: [{ transaction: true, statements: [added, revoked] }],
            down: [{ transaction: true, statements: [gone] }],
            tables: [],
            unmanaged: [],
            locks: [],
            proof: steps,
            rows: [],
            notes: [],
            files: ['migrations/003_add_one.sql', 'migrations/down/003_add_one.sql'],
            failing: [],
          },
        })
        const untried = {
          table: 'public.notes',
          rows: 0,
          kept: null,
          why: 'there are no sample rows',
        }
        expect(await of('prove')).toEqual({
          code: 0,
          value: {
            proved: true,
            files: ['migrations/003_add_one.sql'],
            proof: steps,
            locks: [],
            rows: { up: [untried], down: [untried] },
            notes: [],
            sealed: true,
            written: [],
          },
        })
        expect(await of('new fill_bodies')).toEqual({
          code: 0,
          value: {
            files: ['migrations/004_fill_bodies.sql', 'migrations/down/004_fill_bodies.sql'],
          },
        })
      })
    },
  )

  it.skipIf(longer.skip)('how the local database is', async () => {
    await withLocal(async (project, port) => {
      const running = {
        kind: 'running',
        address: `postgres@127.0.0.1:${String(port)}/small`,
        folder: '.local/local-17',
        pid: expect.any(Number),
      }
      const stopped = { kind: 'stopped', folder: '.local/local-17' }
      const of = async (action: string): Promise<unknown> => json(project.root, `db ${action}`)

      expect(await of('status')).toEqual({
        code: 0,
        value: { ...stopped, action: 'status', wasRunning: false },
      })
      expect(await of('start')).toEqual({
        code: 0,
        value: { ...running, action: 'start', started: true },
      })
      expect(await of('status')).toEqual({
        code: 0,
        value: { ...running, action: 'status', started: false },
      })
      const url = await of('url')
      expect(url).toEqual({
        code: 0,
        value: {
          kind: 'url',
          url: expect.stringMatching(/^postgresql:\/\/postgres:[^@]+@127\.0\.0\.1:\d+\/small$/),
        },
      })
      expect(await of('reset --yes')).toEqual({
        code: 0,
        value: { ...running, action: 'reset', started: true },
      })
      // Other tools have saved it.
      expect(await of('url')).toEqual(url)
      const other = await freePort()
      await project.write('.env.local', `LOCAL_PORT=${String(other)}\n`)
      const elsewhere = { ...running, address: `postgres@127.0.0.1:${String(other)}/small` }
      expect(await of('start')).toEqual({
        code: 0,
        value: { ...elsewhere, action: 'start', started: true },
      })
      expect(await of('stop')).toEqual({
        code: 0,
        value: { ...stopped, action: 'stop', wasRunning: true },
      })
    })
  })

  it('the verbs, with all that their help says', async () => {
    const hash = {
      name: 'hash',
      about: 'write atlas.sum again, and list the files that changed',
      words: [],
      flags: [],
      examples: [['npm run hash', 'after adding or renaming a migration']],
    }
    expect(await json(process.cwd(), 'help')).toEqual({
      code: 0,
      value: expect.arrayContaining([hash]),
    })
  })
})
