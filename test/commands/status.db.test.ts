import { describe, expect, it } from 'vitest'
import { applyCommand } from '../../src/commands/apply.ts'
import { baselineCommand } from '../../src/commands/baseline.ts'
import { statusCommand } from '../../src/commands/status.ts'
import { verifyCommand } from '../../src/commands/verify.ts'
import { messageOf } from '../../src/errors.ts'
import { plain } from '../../src/report/paint.ts'
import { renderStatus } from '../../src/report/status.ts'
import { sql } from '../support/database.ts'
import { withSmallWorld } from '../support/small-project.ts'
import { longer } from '../support/sample.ts'
import { usual } from '../support/target.ts'

const tables = `
  create table public.notes (
    id bigint generated always as identity,
    constraint notes_pkey primary key (id)
  );
  alter table public.notes add column body text not null;
`
const adopt = {
  environment: 'test',
  version: undefined,
  dryRun: false,
  allowDifferences: false,
  lockWait: 200,
}

describe('a database that has the tables but no history', () => {
  it('is known by status, refused by apply, and recorded by baseline', async () => {
    await withSmallWorld(async ({ context, db }) => {
      await db.text(tables)
      expect(await statusCommand(context, 'test')).toMatchObject({
        state: 'unadopted',
        current: undefined,
      })
      expect(await applyCommand(context, usual).catch(messageOf)).toBe(
        'the database has 1 table in public, private but no history of migrations. If the migrations make the same tables, record that with: npm run baseline test',
      )
      expect(await baselineCommand(context, adopt)).toMatchObject({
        done: true,
        versions: [
          { version: '001', name: 'notes' },
          { version: '002', name: 'bodies' },
        ],
      })
      expect(await statusCommand(context, 'test')).toMatchObject({
        state: 'up to date',
        current: '002',
        versions: [
          { version: '001', applied: true, baseline: true, histories: ['atlas'] },
          { version: '002', applied: true, baseline: true, histories: ['atlas'] },
        ],
      })
      expect(await applyCommand(context, usual)).toMatchObject({ applied: [], current: '002' })
    })
  })

  it.skipIf(longer.skip)(
    'is not recorded when it is something else, unless that is allowed',
    async () => {
      await withSmallWorld(async ({ context, db }) => {
        await db.text('create table public.notes (id bigint)')
        const refused = await baselineCommand(context, adopt)
        expect(refused.done).toBe(false)
        expect(refused.sections.find(({ name }) => name === 'columns')).toEqual({
          name: 'columns',
          expected: 2,
          found: 1,
          missing: [
            { object: 'public.notes.body', detail: 'type: text, not null: yes, local: yes' },
          ],
          extra: [],
          different: [
            {
              object: 'public.notes.id',
              expected: expect.stringMatching(/^not null: yes, identity: always yes, start 1, /),
              found: 'not null: no, identity: none',
            },
          ],
        })
        expect(await statusCommand(context, 'test')).toMatchObject({ state: 'unadopted' })
        expect(await baselineCommand(context, { ...adopt, allowDifferences: true })).toMatchObject({
          done: true,
        })
        expect(await statusCommand(context, 'test')).toMatchObject({ state: 'up to date' })
      })
    },
  )

  it('is recorded up to the version that it has, and goes on from there', async () => {
    await withSmallWorld(async ({ context, db }) => {
      await db.text(tables.split('alter')[0] ?? '')
      expect(await baselineCommand(context, { ...adopt, version: '001' })).toMatchObject({
        done: true,
      })
      expect(await applyCommand(context, usual)).toMatchObject({ applied: [{ version: '002' }] })
    })
  })

  it.skipIf(longer.skip)('changes nothing in a dry run', async () => {
    await withSmallWorld(async ({ context, db }) => {
      await db.text(tables)
      expect(await baselineCommand(context, { ...adopt, dryRun: true })).toMatchObject({
        accepted: true,
        done: false,
      })
      await db.text('alter table public.notes add column extra text')
      const dry = { ...adopt, dryRun: true }
      expect(await baselineCommand(context, dry)).toMatchObject({ accepted: false, done: false })
      expect(await baselineCommand(context, { ...dry, allowDifferences: true })).toMatchObject({
        accepted: true,
        done: false,
      })
      expect(await statusCommand(context, 'test')).toMatchObject({ state: 'unadopted' })
    })
  })
})

it('baseline refuses a database with a history, and one with nothing to adopt', async () => {
  await withSmallWorld(async ({ context }) => {
    expect(await baselineCommand(context, adopt).catch(messageOf)).toBe(
      'test: there is no table in public, private to adopt. Create them with: npm run apply test',
    )
    await applyCommand(context, { ...usual, version: '001' })
    expect(await baselineCommand(context, adopt).catch(messageOf)).toBe(
      'test: it already has a history, at version 001. Continue with: npm run apply test',
    )
  })
})

it('reads and compares alike whatever the database has set for its users', async () => {
  await withSmallWorld(async ({ context, db, project, seal }) => {
    await project.write(
      'migrations/003_more.sql',
      `alter table public.notes
  add column day date default date '2020-01-31',
  add column moment timestamptz default timestamptz '2020-01-31 12:00:00+00',
  add column span interval default interval '1 day 2 hours',
  add column part double precision default 0.1;
create policy recent on public.notes using (day > date '2020-01-31');
`,
    )
    await seal()
    await applyCommand(context, usual)
    const settings = [
      "datestyle = 'German, DMY'",
      "timezone = 'Asia/Kolkata'",
      "intervalstyle = 'iso_8601'",
      "search_path = 'nowhere'",
      "default_transaction_isolation = 'serializable'",
      'quote_all_identifiers = on',
      'extra_float_digits = -5',
      'standard_conforming_strings = off',
    ]
    for (const setting of settings) {
      await db.superuser.query([
        sql.__dangerous__rawValue(`alter database "${db.name}" set ${setting}`),
      ])
    }
    const { versions } = await statusCommand(context, 'test')
    expect(versions.map(({ appliedAt }) => appliedAt)).toEqual(
      versions.map(() => expect.stringMatching(/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)),
    )
    expect(await verifyCommand(context, 'test')).toMatchObject({ same: true })
  })
})

describe('status where apply refuses', () => {
  it('says what the database has and what stands against an apply, each reason', async () => {
    await withSmallWorld(async ({ context, project, seal }) => {
      await applyCommand(context, { ...usual, version: '001' })
      await project.write('migrations/002_bodies.sql', '-- nothing yet\n;\n')
      await project.write('migrations/003_more.sql', 'select 1;\nvacuum;\n')
      await seal()
      const result = await statusCommand(context, 'test')
      const folder = context.project.folders.migrations
      expect(result).toMatchObject({
        state: 'pending',
        current: '001',
        refusals: [
          `${folder}/002_bodies.sql: empty: it has no statement. Fill it, or remove it with its down file. If it is to do nothing, write: select 1;`,
          `${folder}/003_more.sql:2:1: this statement cannot run inside a transaction, and a migration is one transaction. Put it into a separate file that begins with: -- atlas:txmode none (and an empty line), or take it out.`,
        ],
      })
      expect(await applyCommand(context, usual).catch(messageOf)).toBe(result.refusals[0])
    })
  })

  it.skipIf(longer.skip)(
    'answers for a folder that was not sealed, one that cannot be loaded, and a newer database',
    async () => {
      await withSmallWorld(async ({ context, project, seal }) => {
        await applyCommand(context, usual)
        await project.write('migrations/003_more.sql', 'select 1;\n')
        const unsealed = await statusCommand(context, 'test')
        expect(unsealed).toMatchObject({ state: 'unclear', current: '002' })
        expect(unsealed.refusals).toEqual([await applyCommand(context, usual).catch(messageOf)])

        await project.write('migrations/003_other.sql', 'select 1;\n')
        const doubled = await statusCommand(context, 'test')
        expect(doubled).toMatchObject({
          state: 'unclear',
          current: '002',
          versions: [
            { version: '001', name: 'notes', inFolder: null, applied: true },
            { version: '002', name: 'bodies', inFolder: null, applied: true },
          ],
        })
        expect(doubled.refusals).toEqual([await applyCommand(context, usual).catch(messageOf)])

        for (const name of ['003_more', '003_other', '002_bodies', 'down/002_bodies'])
          await project.remove(`migrations/${name}.sql`)
        await seal()
        const older = await statusCommand(context, 'test')
        expect(older.versions).toMatchObject([
          { version: '001', inFolder: true, applied: true },
          { version: '002', name: 'bodies', inFolder: false, applied: true },
        ])
        expect(older.refusals).toEqual([await applyCommand(context, usual).catch(messageOf)])
        expect(renderStatus(older, plain).split('\n').slice(1)).toEqual([
          expect.stringMatching(/^ {2}✓ {2}001 {2}notes {3}applied .* UTC {2}atlas$/),
          expect.stringMatching(
            /^ {2}! {2}002 {2}bodies {2}applied .* UTC {2}atlas {2}not in this checkout$/,
          ),
          'It is unclear what is to be applied.',
          'apply test would refuse:',
          `  the database's history has a version that ${context.project.folders.migrations} lacks: 002. Is this checkout older than the database? Update it, or bring the missing files back.`,
        ])
      })
    },
  )

  it('answers a user who may not change the database, and says so', async () => {
    await withSmallWorld(async ({ context, db }) => {
      await applyCommand(context, usual)
      await db.superuser.query([
        sql.__dangerous__rawValue(
          `alter role postgres in database "${db.name}" set default_transaction_read_only = on`,
        ),
      ])
      const result = await statusCommand(context, 'test')
      expect(result).toMatchObject({ state: 'up to date', current: '002' })
      expect(result.refusals).toEqual([await applyCommand(context, usual).catch(messageOf)])
    })
  })
})

it('a file with what only psql knows is refused in the words that diff has', async () => {
  await withSmallWorld(async ({ context, project, seal }) => {
    const path = await project.write('migrations/003_dump.sql', '\\restrict abc\nselect 1;\n')
    const refused = `${path}:1:1: \\restrict is a command of psql, not SQL. Remove it from the file.\n  \\restrict abc\n  ^`
    expect(await seal().catch(messageOf)).toBe(refused)
    expect(await applyCommand(context, usual).catch(messageOf)).toBe(refused)
    const down = await project.write(
      'migrations/down/003_dump.sql',
      'copy public.notes (body) from stdin;\na\tb\n\\.\n',
    )
    await project.write('migrations/003_dump.sql', 'select 1;\n')
    expect(await applyCommand(context, usual).catch(messageOf)).toBe(
      `${down}:1:1: Rows after \`copy … from stdin\` are data, and only psql can read them from a file. Leave them out (pg_dump --schema-only).\n  copy public.notes (body) from stdin;\n  ^`,
    )
  })
})
