import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { hashCommand } from '../../../src/commands/hash.ts'
import { proveCommand } from '../../../src/commands/prove.ts'
import { writeDownCommand } from '../../../src/planning/writing/write-down-file.ts'
import { messageOf } from '../../../src/errors.ts'
import type { Context } from '../../../src/files/context.ts'
import { checkSeal, loadMigrations } from '../../../src/files/migrations.ts'
import { longer } from '../../support/sample.ts'
import { runVerb } from '../../support/cli.ts'
import { withProject } from '../../support/project.ts'
import type { TemporaryProject } from '../../support/project.ts'
import { contextFor } from '../../support/target.ts'

/** As `atlas migrate diff` names and writes it: a timestamp, its own spelling, and no down file. */
const byAtlas = '20260131093000_add_marks'
const atlasText = `-- Modify "notes" table
ALTER TABLE "public"."notes" ADD COLUMN "mark" text NOT NULL DEFAULT '', ADD COLUMN "color" text NULL;
-- Create index "notes_mark_idx" to table: "notes"
CREATE INDEX "notes_mark_idx" ON "public"."notes" ("mark");
`
const table = `create table public.notes (
  id bigint generated always as identity,
  body text not null,
  mark text not null default '',
  color text,
  constraint notes_pkey primary key (id)
);
create index notes_mark_idx on public.notes (mark);
`
const rows = `insert into public.notes (body) values ('first'), ('second');\n`
const kept = { table: 'public.notes', rows: 2, kept: true, why: null }

describe.concurrent('a migration that Atlas wrote', () => {
  it.skipIf(longer.skip)(
    'gets its down file, planned and proved, and the seal stays as it was',
    async () => {
      await withAtlas(async ({ project, context }) => {
        const seal = await read(project, 'migrations/atlas.sum')
        const { statements, ...result } = await writeDownCommand(context, undefined)
        expect(statements.map(({ verb, object }) => `${verb} ${object}`).toSorted()).toEqual([
          'alter table public.notes',
          'drop index public.notes.notes_mark_idx',
        ])
        expect(result).toEqual({
          proved: true,
          migration: `migrations/${byAtlas}.sql`,
          unmanaged: [],
          proof: [
            { way: 'up', part: 1, differences: [], milliseconds: expect.any(Number) },
            { way: 'down', part: 1, differences: [], milliseconds: expect.any(Number) },
          ],
          rows: { up: [kept], down: [kept] },
          files: [`migrations/down/${byAtlas}.sql`],
        })
        expect(await read(project, `migrations/down/${byAtlas}.sql`)).toMatch(
          /^-- Takes 20260131093000 back: add marks\.\n-- lost: column public\.notes\.color; column public\.notes\.mark\n[^]*;\n$/,
        )
        expect(await read(project, 'migrations/atlas.sum')).toBe(seal)
        expect(await checkSeal(await loadMigrations(context.project.folders.migrations))).toBe(true)
        expect(await proveCommand(context, undefined)).toMatchObject({ proved: true, sealed: true })
      })
    },
  )

  it.skipIf(longer.skip)(
    'gets it too where others came after it; each is named where several lack one',
    async () => {
      await withAtlas(async ({ project, context }) => {
        await project.write('migrations/20260201000000_more.sql', 'select 1;\n')
        await hashCommand(context)
        expect(await writeDownCommand(context, undefined).catch(messageOf)).toMatch(
          /migrations: 2 migrations have no down file\. Name the version of one: 20260131093000, 20260201000000\.$/,
        )
        expect(await writeDownCommand(context, '20260131093000')).toMatchObject({
          proved: true,
          files: [`migrations/down/${byAtlas}.sql`],
        })
        expect(await writeDownCommand(context, undefined).catch(messageOf)).toMatch(
          /20260201000000_more\.sql: it changes no object, so there is nothing to plan\. Only its author knows how to undo the changes of rows\. Write .*down\/20260201000000_more\.sql by hand\.$/,
        )
      })
    },
  )

  it.skipIf(longer.skip)(
    'keeps the values of what the schema files say was renamed, and is not guessed where they do not',
    async () => {
      await withAtlas(async ({ project, context }) => {
        const text = 'alter table public.notes rename column body to content;\n'
        await project.write(`migrations/${byAtlas}.sql`, text)
        await hashCommand(context)
        await project.write('schema/tables/notes.sql', renamed(''))
        expect(await writeDownCommand(context, undefined).catch(messageOf)).toMatch(
          /notes\.sql:3: column public\.notes\.content is new and column public\.notes\.body is dropped, [^]*\n {2}-- @renamed from=body\n/,
        )
        await project.write('schema/tables/notes.sql', renamed('  -- @renamed from=body\n'))
        const { proved, statements } = await writeDownCommand(context, undefined)
        expect({ proved, sql: statements.map(({ sql }) => sql) }).toEqual({
          proved: true,
          sql: ['alter table public.notes\n  rename column content to body'],
        })
        await project.remove(`migrations/down/${byAtlas}.sql`)
        await project.write('migrations/20260201000000_more.sql', 'select 1;\n')
        await hashCommand(context)
        expect(await writeDownCommand(context, '20260131093000').catch(messageOf)).toMatch(
          /add_marks\.sql: column public\.notes\.body and column public\.notes\.content may be one object under two names\. Only its author knows\. Write migrations\/down\/20260131093000_add_marks\.sql by hand\.$/,
        )
      })
    },
  )

  it.skipIf(longer.skip)(
    'says what of its rows does not come back: changed values, and those of a required column',
    async () => {
      await withAtlas(async ({ project, context }) => {
        await project.write(
          `migrations/${byAtlas}.sql`,
          "update public.notes set body = 'other';\nalter table public.notes add column mark text;\n",
        )
        await project.write('migrations/20260201000000_gone.sql', goneText)
        await hashCommand(context)
        expect(await writeDownCommand(context, '20260131093000')).toMatchObject({
          proved: true,
          rows: { up: [{ kept: false }], down: [{ kept: false }] },
        })
        expect(await writeDownCommand(context, undefined)).toMatchObject({
          proved: true,
          rows: {
            down: [
              {
                kept: null,
                why: 'the down file needs an empty table, since it restores a required column without its values',
              },
            ],
          },
        })
      })
    },
  )

  it('is left alone where it cannot be planned back, fails, or has a down file', async () => {
    await withAtlas(async ({ project, context }) => {
      const before = await listMigrations(project)
      expect(await writeDownCommand(context, '002').catch(messageOf)).toMatch(
        /down\/002_bodies\.sql: already exists, and is not overwritten\. Prove it with: npm run prove 002$/,
      )
      expect(await writeDownCommand(context, '009').catch(messageOf)).toMatch(
        /^009: no such version in .*migrations\. There are: 001, 002, 20260131093000\.$/,
      )
      await project.write(
        `migrations/${byAtlas}.sql`,
        "create conversion public.latin for 'LATIN1' to 'UTF8' from pg_catalog.iso8859_1_to_utf8;\n",
      )
      expect(await writeDownCommand(context, undefined)).toMatchObject({
        proved: false,
        unmanaged: [expect.objectContaining({ object: expect.stringContaining('latin') })],
        files: [],
      })
      await project.write(`migrations/${byAtlas}.sql`, 'drop table public.nodes;\n')
      expect(await writeDownCommand(context, undefined).catch(messageOf)).toMatch(
        /20260131093000_add_marks\.sql:1:1: table "nodes" does not exist/,
      )
      await project.write('migrations/001_notes.sql', 'select 1;\n')
      expect(await writeDownCommand(context, undefined).catch(messageOf)).toMatch(
        /atlas\.sum: the migrations differ from what was sealed:\n {2}edited: 001_notes\.sql/,
      )
      expect(await listMigrations(project)).toEqual(before)
    })
  })

  it.skipIf(longer.skip)('gets it by npm run prove -- --write-down', async () => {
    await withAtlas(async ({ project }) => {
      const env = { WORKBENCH_URL: inject('workbench').url }
      const call = { cwd: project.root, words: ['--write-down'], env }
      const { code, stdout } = await runVerb('prove', call)
      expect({ code, stdout: stdout.replaceAll(/in [\d.]+ m?s/g, 'in …') }).toMatchObject({
        code: 0,
        stdout: expect.stringMatching(
          /^! down: data_loss: [^]*\n\nproved up in …\nproved down in …\n\nWrote migrations\/down\/20260131093000_add_marks\.sql\n$/,
        ),
      })
      const again = await runVerb('prove', call)
      expect({ code: again.code, stdout: again.stdout }).toEqual({ code: 1, stdout: '' })
      expect(again.stderr).toMatch(/migrations: every migration has its down file\.\n$/)
    })
  })
})

function renamed(directive: string): string {
  return `create table public.notes (
  id bigint generated always as identity,
${directive}  content text not null,
  constraint notes_pkey primary key (id)
);
`
}

const goneText = 'alter table public.notes drop column body;\n'

interface World {
  readonly project: TemporaryProject
  readonly context: Context
}

/** The small project with sample rows, and what `atlas migrate diff` has written behind its migrations, sealed. */
async function withAtlas(use: (world: World) => Promise<void>): Promise<void> {
  await withProject(async (project) => {
    const context = await contextFor('', await project.load())
    await project.write('schema/tables/notes.sql', table)
    await project.write('samples/notes.sql', rows)
    await project.write(`migrations/${byAtlas}.sql`, atlasText)
    await hashCommand(context)
    await use({ project, context })
  })
}

async function read({ root }: TemporaryProject, name: string): Promise<string> {
  return readFile(join(root, name), 'utf8')
}

async function listMigrations({ root }: TemporaryProject): Promise<string[]> {
  const names = await readdir(join(root, 'migrations'), { recursive: true })
  return names.filter((name) => name !== 'down').toSorted()
}
