import { readFile, readdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { applyCommand } from '../../src/commands/apply.ts'
import { hashCommand } from '../../src/commands/hash.ts'
import { proveCommand } from '../../src/commands/prove.ts'
import { renumberCommand } from '../../src/commands/renumber.ts'
import { messageOf } from '../../src/errors.ts'
import type { Context } from '../../src/files/context.ts'
import { checkSeal, loadMigrations } from '../../src/files/migrations.ts'
import { sendText, withDatabase } from '../../src/postgres/connect.ts'
import { longer } from '../support/sample.ts'
import { runVerb } from '../support/cli.ts'
import type { Ran } from '../support/cli.ts'
import { withTestDatabase } from '../support/database.ts'
import type { TestDatabase } from '../support/database.ts'
import { withLocal } from '../support/local.ts'
import { withProject } from '../support/project.ts'
import type { TemporaryProject } from '../support/project.ts'
import { contextFor, usual } from '../support/target.ts'

type Texts = Readonly<Record<string, string>>

/** What main brought meanwhile, and what the branch did: both with version 003. */
const theirs: Texts = {
  'migrations/003_add_mark.sql': '-- Add mark.\n\nalter table public.notes add column mark text;\n',
  'migrations/down/003_add_mark.sql':
    '-- Takes 003 back: add mark.\n\nalter table public.notes drop column mark;\n',
}
const ours: Texts = {
  'migrations/003_add_color.sql':
    '-- Add color.\n\nalter table public.notes add column color text;\n',
  'migrations/down/003_add_color.sql':
    '-- Takes 003 back: add color.\n\nalter table public.notes drop column color;\n',
}
const schema = `create table public.notes (
  id bigint generated always as identity,
  body text not null,
  mark text,
  color text,
  constraint notes_pkey primary key (id)
);
`
const keep = { allowDataLoss: false }
const unset = [
  { environment: 'local', why: 'it was never started' },
  { environment: 'production', why: 'PRODUCTION_DATABASE_URL is not set' },
  { environment: 'staging', why: 'STAGING_DATABASE_URL is not set' },
]

describe.concurrent('two branches with 003', () => {
  it.each<[string, (seals: Seals) => string]>([
    ['with the marks of a conflict', ({ conflict }) => conflict],
    ['of one side', ({ mine }) => mine],
    ['of the other side', ({ other }) => other],
    ['of both sides', ({ mine, other }) => mine + other],
  ])('go on as 003 and 004, with an atlas.sum %s', async (_name, sealOf) => {
    await withMerge(async ({ project, context, seals }) => {
      await project.write('migrations/atlas.sum', sealOf(seals))
      expect(await renumberCommand(context, '003_add_color', keep)).toEqual({
        from: '003_add_color',
        to: '004_add_color',
        version: '004',
        files: ['migrations/004_add_color.sql', 'migrations/down/004_add_color.sql'],
        asked: [],
        notAsked: [...unset, { environment: 'test', why: 'TEST_DATABASE_URL is not set' }],
        takenBack: [],
        doubled: [],
      })
      expect(await listMigrations(project)).toEqual([
        '001_notes.sql',
        '002_bodies.sql',
        '003_add_mark.sql',
        '004_add_color.sql',
        'atlas.sum',
        'down/001_notes.sql',
        'down/002_bodies.sql',
        'down/003_add_mark.sql',
        'down/004_add_color.sql',
      ])
      expect(await read(project, 'migrations/down/004_add_color.sql')).toBe(
        '-- Takes 004 back: add color.\n\nalter table public.notes drop column color;\n',
      )
      expect(await read(project, 'migrations/004_add_color.sql')).toBe(
        ours['migrations/003_add_color.sql'],
      )
      expect(await checkSeal(await loadMigrations(context.project.folders.migrations))).toBe(true)
    })
  })

  it.skipIf(longer.skip)(
    'are proved afterwards, and applied where main was applied already',
    async () => {
      await withApplied(async ({ context, db }) => {
        expect(await renumberCommand(context, 'migrations/003_add_color.sql', keep)).toMatchObject({
          to: '004_add_color',
          asked: [{ environment: 'test', address: expect.stringContaining(db.name) }],
          notAsked: unset,
        })
        expect(await proveCommand(context, '004')).toMatchObject({ proved: true, sealed: true })
        expect(await applyCommand(context, usual)).toMatchObject({
          applied: [{ version: '004', name: 'add_color' }],
        })
      })
    },
  )

  it('are not renumbered where a database has that one, or does not answer; nothing is changed then', async () => {
    await withApplied(async ({ project, context, seals }) => {
      const before = await listMigrations(project)
      const nowhere = 'postgresql://postgres:s3cret@127.0.0.1:1/x'
      const all = {
        ...context,
        variables: { ...context.variables, STAGING_DATABASE_URL: nowhere },
      }
      const refusal = await renumberCommand(all, '003_add_mark.sql', keep).catch(messageOf)
      expect(refusal).toMatch(
        /^003_add_mark: nothing was changed, since others may have it:\n {2}test \(postgres@.*\) has it\n {2}staging does not answer: postgres@127\.0\.0\.1:1\/x: no server answers at this address\. .*\nWhat a database has keeps its version: renumber 003_add_color, if no database has applied that\.\nEvery environment whose URL is set is asked\. /,
      )
      expect(refusal).not.toContain('s3cret')
      const ci = { ...context, variables: { ...context.variables, CI: 'true' } }
      expect(await renumberCommand(ci, '003_add_color', keep).catch(messageOf)).toMatch(
        /^renumber: not in CI \(the variable CI is set\)\. /,
      )
      expect(await listMigrations(project)).toEqual(before)
      expect(await read(project, 'migrations/atlas.sum')).toBe(seals.conflict)
    })
  })

  it.skipIf(longer.skip)(
    'are told apart by the histories of the Supabase CLI and of Atlas, which declares by a baseline what is before it',
    async () => {
      await withApplied(async ({ context, db }) => {
        await db.text(
          `update atlas_schema_revisions.atlas_schema_revisions set type = 1, version = '005' where version = '003';
        delete from atlas_schema_revisions.atlas_schema_revisions where version < '005'`,
        )
        expect(await renumberCommand(context, '003_add_color', keep).catch(messageOf)).toMatch(
          /\n {2}test \(.*\) has a version 003, and its history does not have the name\n/,
        )
        await db.text(`
        drop schema atlas_schema_revisions cascade;
        create schema supabase_migrations;
        create table supabase_migrations.schema_migrations (version text primary key);
        insert into supabase_migrations.schema_migrations values ('001'), ('002'), ('003');
      `)
        expect(await renumberCommand(context, '003_add_color', keep).catch(messageOf)).toMatch(
          /\n {2}test \(.*\) has a version 003, and its history does not have the name\n/,
        )
        await db.text(`
        alter table supabase_migrations.schema_migrations add column name text;
        update supabase_migrations.schema_migrations set name = 'add_color' where version = '003';
      `)
        expect(await renumberCommand(context, '003_add_color', keep).catch(messageOf)).toMatch(
          /\n {2}test \(.*\) has it\n/,
        )
        await db.text("update supabase_migrations.schema_migrations set name = 'add_mark'")
        expect(await renumberCommand(context, '003_add_color', keep)).toMatchObject({
          to: '004_add_color',
        })
      })
    },
  )

  it.skipIf(longer.skip)(
    'of which main took the next version too, in a database, skip that one',
    async () => {
      await withApplied(async ({ context, db }) => {
        await db.text(`
        insert into atlas_schema_revisions.atlas_schema_revisions
          (version, description, executed_at, execution_time, hash, operator_version)
        values ('004', 'of_somebody', now(), 0, 'x', 'x')
      `)
        expect(await renumberCommand(context, '003_add_color', keep)).toMatchObject({
          to: '005_add_color',
        })
      })
    },
  )
})

describe.concurrent('a migration to renumber', () => {
  it.each<[string, Spoil, RegExp]>([
    [
      '003',
      async () => undefined,
      /^003: which of them\? Name one: 003_add_color, 003_add_mark\.$/,
    ],
    [
      '003_add_colour',
      async () => undefined,
      /^003_add_colour: no such migration in .*migrations\. There are: 001_notes, 002_bodies, 003_add_color, 003_add_mark\.$/,
    ],
    [
      '003_add_color',
      async ({ write }) => write('migrations/001_notes.sql', 'select 1;\n'),
      /atlas\.sum: a merge does not explain all differences from the sealed migrations:\n {2}edited: 001_notes\.sql\nRestore them \(git checkout\)\. /,
    ],
    [
      '003_add_color',
      async ({ remove }) => {
        await remove('migrations/002_bodies.sql')
        await remove('migrations/down/002_bodies.sql')
      },
      /a merge does not explain all differences from the sealed migrations:\n {2}missing: 002_bodies\.sql\nRestore them/,
    ],
    [
      '003_add_color',
      async ({ remove }) => remove('migrations/atlas.sum'),
      /atlas\.sum: missing, so nothing shows which files were edited\. /,
    ],
    [
      '003_add_color',
      async ({ write }) => write('migrations/atlas.sum', 'garbled\n'),
      /atlas\.sum:1: not a line of atlas\.sum\./,
    ],
  ])('%s is refused with a sentence (%#)', async (word, spoil, sentence) => {
    await withMerge(async ({ project, context }) => {
      await spoil(project)
      const before = await listMigrations(project)
      expect(await renumberCommand(context, word, keep).catch(messageOf)).toMatch(sentence)
      expect(await listMigrations(project)).toEqual(before)
    })
  })

  it('may have been edited since, and be without a down file', async () => {
    await withMerge(async ({ project, context }) => {
      await project.write('migrations/003_add_color.sql', 'select 1;\n')
      await project.remove('migrations/down/003_add_color.sql')
      expect(await renumberCommand(context, '003_add_color', keep)).toMatchObject({
        files: ['migrations/004_add_color.sql'],
      })
    })
  })

  it('may be any that was not applied, but the newest', async () => {
    await withProject(async (project) => {
      const context = await contextFor('', await project.load())
      await hashCommand(context)
      expect(await renumberCommand(context, '002', keep).catch(messageOf)).toBe(
        '002_bodies: it is already the newest, and its version is unique. There is nothing to renumber.',
      )
      for (const name of ['20260101000000_late', '20260202000000_early'])
        await project.write(`migrations/${name}.sql`, 'select 1;\n')
      await hashCommand(context)
      const { to, doubled } = await renumberCommand(context, '20260101000000_late', keep)
      expect({ to, doubled }).toEqual({
        to: expect.stringMatching(/^20\d{12}_late$/),
        doubled: [],
      })
      expect(to > '20260202000000_early').toBe(true)
    })
  })

  it('leaves others that share a version to the next time, and names them', async () => {
    await withMerge(async ({ project, context }) => {
      for (const name of ['004_a', '004_b'])
        await project.write(`migrations/${name}.sql`, 'select 1;\n')
      expect(await renumberCommand(context, '003_add_color', keep)).toMatchObject({
        to: '005_add_color',
        doubled: ['004_a', '004_b'],
      })
      expect(await renumberCommand(context, '004_b', keep)).toMatchObject({
        to: '006_b',
        doubled: [],
      })
    })
  })
})

describe.concurrent('npm run hash', () => {
  it('mends an atlas.sum in conflict where somebody gave one of the two another version by hand', async () => {
    await withMerge(async ({ project, context }) => {
      await project.remove('migrations/down/003_add_color.sql')
      await rename(
        join(project.root, 'migrations/003_add_color.sql'),
        join(project.root, 'migrations/004_add_color.sql'),
      )
      expect(await hashCommand(context)).toEqual({
        path: join(project.root, 'migrations/atlas.sum'),
        files: 4,
        written: true,
        edited: [],
        added: ['004_add_color.sql'],
        missing: ['003_add_color.sql'],
      })
    })
  })
})

describe.concurrent('npm run renumber', () => {
  it.skipIf(longer.skip)(
    'takes the migration back in the local database first, when it may lose what is lost',
    async () => {
      await withLocal(async (project) => {
        const env = { WORKBENCH_URL: inject('workbench').url }
        const run = async (verb: string, ...words: readonly string[]): Promise<Ran> =>
          runVerb(verb, { cwd: project.root, words, env })
        await writeAll(project, ours)
        await run('hash')
        expect((await run('apply')).code).toBe(0)
        const url = (await run('db', 'url')).stdout.trim()
        await withDatabase(url, async (notes) =>
          sendText(notes, "insert into public.notes (body, color) values ('a', 'red')"),
        )
        const mine = await read(project, 'migrations/atlas.sum')
        await writeAll(project, theirs)
        const refused = await run('renumber', '003_add_color')
        expect(refused).toMatchObject({
          code: 1,
          stderr: expect.stringMatching(
            /this would be lost for good:\n {2}"public"\."notes"\."color": 1 value, such as id = 1 \(.*003_add_color\.sql:3\)\nNothing was changed\./,
          ),
        })
        expect(await read(project, 'migrations/atlas.sum')).toBe(mine)
        const { code, stdout } = await run('renumber', '003_add_color', '--allow-data-loss')
        expect({
          code,
          stdout: stdout.replaceAll(/\(postgres@[^)]*\)|[^(]*003_add(?=_color\.sql:3)/g, '…'),
        }).toEqual({
          code: 0,
          stdout: `Asked: local ….
Not asked: production (PRODUCTION_DATABASE_URL is not set), staging (STAGING_DATABASE_URL is not set), test (TEST_DATABASE_URL is not set).
Rolled back in local: 003_add_color.
Lost for good, as allowed:
  "public"."notes"."color": 1 value, such as id = 1 (…_color.sql:3)
Wrote migrations/004_add_color.sql
Wrote migrations/down/004_add_color.sql
003_add_color is now 004_add_color, also in atlas.sum.
Check that it still leads to the schema files after the others: npm run prove 004
`,
        })
        const applied: unknown = JSON.parse((await run('apply', '--json')).stdout)
        expect(applied).toMatchObject({ applied: [{ version: '003' }, { version: '004' }] })
      })
    },
  )
})

type Spoil = (project: TemporaryProject) => Promise<unknown>

/** What atlas.sum of each side is, and what git makes of the two. */
interface Seals {
  readonly mine: string
  readonly other: string
  readonly conflict: string
}

interface Merge {
  readonly project: TemporaryProject
  readonly context: Context
  readonly seals: Seals
}

/**
 * The small project after a merge: both migrations 003 lie there, and atlas.sum is in conflict. `prepare` sees
 * main.
 */
async function withMerge(
  use: (merge: Merge) => Promise<void>,
  prepare: (context: Context) => Promise<void> = async () => undefined,
): Promise<void> {
  await withProject(async (project) => {
    const context = await contextFor('', await project.load())
    const sealed = async (): Promise<string> => {
      await hashCommand(context)
      return read(project, 'migrations/atlas.sum')
    }
    await writeAll(project, ours)
    const mine = await sealed()
    for (const path of Object.keys(ours)) await project.remove(path)
    await writeAll(project, theirs)
    const other = await sealed()
    const conflict = conflictOf(mine, other)
    await prepare(context)
    await writeAll(project, {
      ...ours,
      'schema/tables/notes.sql': schema,
      'migrations/atlas.sum': conflict,
    })
    await use({ project, context, seals: { mine, other, conflict } })
  })
}

interface Applied extends Merge {
  /** The database of the environment `test`, to which main was applied. */
  readonly db: TestDatabase
}

/** The same, and a database. */
async function withApplied(use: (applied: Applied) => Promise<void>): Promise<void> {
  await withTestDatabase({ kind: 'platform', mode: 'today' }, async (db) => {
    const asked = async ({ project }: Context): Promise<Context> => contextFor(db.url, project)
    const apply = async (context: Context): Promise<void> => {
      await applyCommand(await asked(context), usual)
    }
    await withMerge(async (merge) => {
      await use({ ...merge, context: await asked(merge.context), db })
    }, apply)
  })
}

/** As git writes it: what both sides say stands once. */
function conflictOf(mine: string, other: string): string {
  const [mineTotal = '', one = '', two = '', mineLast = ''] = mine.split('\n')
  const [otherTotal = '', , , otherLast = ''] = other.split('\n')
  const lines = [...hunk(mineTotal, otherTotal), one, two, ...hunk(mineLast, otherLast)]
  return `${lines.join('\n')}\n`
}

function hunk(left: string, right: string): string[] {
  return ['<<<<<<< HEAD', left, '=======', right, '>>>>>>> main']
}

async function writeAll(project: TemporaryProject, texts: Texts): Promise<void> {
  for (const [path, text] of Object.entries(texts)) await project.write(path, text)
}

async function read({ root }: TemporaryProject, path: string): Promise<string> {
  return readFile(join(root, path), 'utf8')
}

async function listMigrations({ root }: TemporaryProject): Promise<string[]> {
  const names = await readdir(join(root, 'migrations'), { recursive: true })
  return names.filter((name) => name !== 'down').toSorted()
}
