import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { applyCommand } from '../../src/commands/apply.ts'
import { hashCommand } from '../../src/commands/hash.ts'
import { newCommand } from '../../src/commands/new.ts'
import { planCommand } from '../../src/commands/plan.ts'
import { proveCommand } from '../../src/commands/prove.ts'
import { rollbackCommand } from '../../src/commands/rollback.ts'
import { verifyCommand } from '../../src/commands/verify.ts'
import { messageOf } from '../../src/errors.ts'
import { loadMigrations } from '../../src/files/migrations.ts'
import type { Context } from '../../src/files/context.ts'
import { applyEdit, replace } from '../edits/edit.ts'
import { runVerb } from '../support/cli.ts'
import { sql, withTestDatabase } from '../support/database.ts'
import { loadSchemaTexts, withEditedProject } from '../support/edited-project.ts'
import { blocksOf, commandsOf } from '../support/markdown.ts'
import type { Command } from '../support/markdown.ts'
import { once } from '../support/once.ts'
import { longer } from '../support/sample.ts'
import { loadSamples } from '../support/samples.ts'
import { withSmallWorld } from '../support/small-project.ts'
import type { SmallWorld } from '../support/small-project.ts'
import { usual, usualRollback } from '../support/target.ts'
import { describeWith } from '../support/tools.ts'
import { home } from '../support/tracked-files.ts'

/** The page tells of a project whose newest migration is 006: as if it were the newest of this one. */
const { migrations } = await loadMigrations(join(home, 'migrations'))
const page = (await readFile(join(home, 'docs/planning.md'), 'utf8'))
  .replaceAll(/\b00[678](?!\d)/g, (said) => numberAfter(Number(said) - 6))
  .replaceAll(/\b7 files\b/g, `${String(migrations.length + 1)} files`)

/** The version so many after the newest of the folder. */
function numberAfter(count: number): string {
  return String(migrations.length + count).padStart(3, '0')
}

/** The blocks of a section of the page. */
function sectionOf(title: string): ReturnType<typeof blocksOf> {
  const [, section = ''] = page.split(`\n## ${title}\n`)
  return blocksOf(section.split('\n## ')[0] ?? '')
}

/** Applies what is pending, and takes it back to a version. */
async function apply(context: Context, allowDataLoss = false): Promise<readonly string[]> {
  const { applied } = await applyCommand(context, { ...usual, allowDataLoss })
  return applied.map(({ version }) => version)
}

async function rollBack(context: Context, version: string, allowDataLoss = false): Promise<void> {
  const to = { kind: 'version', version } as const
  await rollbackCommand(context, { ...usualRollback, to, allowDataLoss })
}

const steps = sectionOf('Steps for rows')
const story = steps.filter(({ language }) => language === 'console').flatMap(commandsOf)

describe('docs/planning.md', { concurrent: true, skip: once.skip || longer.skip }, () => {
  describeWith('go', 'steps for rows', () => {
    test('end as they are told: refused, the step, planned; then applied and taken back', async () => {
      const required = replace(
        'tables/documents_generated.sql',
        '  title text,',
        '  title text not null,',
      )
      const schema = applyEdit(await loadSchemaTexts(), { name: 'require', changes: [required] })
      const filled = [{ title: 'Mails, week 2' }, { title: 'Untitled' }]
      await withTestDatabase({ kind: 'platform', mode: 'today' }, (db) =>
        withEditedProject(
          schema,
          async (context) => {
            const titles = async (): Promise<unknown> =>
              db.query(sql`select title from public.documents_generated order by id`)
            expect(await apply(context)).toContain(numberAfter(0))
            await loadSamples(db.superuser)
            const seen = await follow(context.project.root)
            expect(seen.map(withoutTimes)).toEqual(story.map(withoutTimes))
            expect(await apply(context)).toEqual([numberAfter(1), numberAfter(2)])
            expect(await titles()).toEqual(filled)
            expect(await verifyCommand(context, 'test')).toMatchObject({ same: true })
            await rollBack(context, numberAfter(0))
            expect(await titles()).toEqual(filled)
          },
          db.url,
        ),
      )
    })
  })
})

/** Types the commands of the page, and fills the files that `new` writes as the page says. */
async function follow(root: string): Promise<Command[]> {
  const [up = '', down = ''] = steps
    .filter(({ language }) => language === 'sql')
    .map(({ text }) => text)
  const seen: Command[] = []
  for (const { command } of story) {
    const [, , verb = '', ...words] = command.split(' ')
    const env = { WORKBENCH_URL: inject('workbench').url }
    const { code, stdout, stderr } = await runVerb(verb, { cwd: root, words, env })
    if (verb === 'new') {
      await extend(join(root, `migrations/${numberAfter(1)}_fill_titles.sql`), up)
      await extend(join(root, `migrations/down/${numberAfter(1)}_fill_titles.sql`), down)
    }
    const said = code === 0 ? stdout : stderr.replaceAll(/^….*\n/gm, '')
    seen.push({ command, output: said.replaceAll(`${root}/`, '').trimEnd().split('\n') })
  }
  return seen
}

async function extend(path: string, text: string): Promise<void> {
  await writeFile(path, (await readFile(path, 'utf8')) + text)
}

function withoutTimes({ command, output }: Command): Command {
  return { command, output: output.map((line) => line.replace(/ in [\d.]+ m?s$/, ' in TIME')) }
}

const table = 'schema/tables/notes.sql'

/** The table of the small project with other columns behind its key. */
function notes(...columns: readonly string[]): string {
  const id = 'id bigint generated always as identity'
  return tableOf('notes', [id, ...columns, 'constraint notes_pkey primary key (id)'])
}

const usualNotes = ['body text not null', 'author text'] as const

/** The table that they are split off to. */
function authors(...more: readonly string[]): string {
  return tableOf('authors', [
    'note_id bigint not null',
    'name text',
    'constraint authors_pkey primary key (note_id)',
    'constraint authors_note_id_fkey foreign key (note_id) references public.notes (id)',
    ...more,
  ])
}

function tableOf(name: string, lines: readonly string[]): string {
  return `create table public.${name} (\n${lines.map((line) => `  ${line}`).join(',\n')}\n);\n`
}

/** The small project with an author of each note, rows in its samples and another one in its database. */
async function withRows(
  use: (world: SmallWorld) => Promise<void>,
  later: Readonly<Record<string, string>> = {},
): Promise<void> {
  await withSmallWorld(async (world) => {
    const { context, db, project, seal } = world
    const files = {
      [table]: notes(...usualNotes),
      'migrations/002_bodies.sql':
        'alter table public.notes add column body text not null, add column author text;\n',
      'migrations/down/002_bodies.sql':
        'alter table public.notes drop column body, drop column author;\n',
      'samples/notes.sql':
        "insert into public.notes (body, author) values ('first', 'Ada'), ('second', 'Blaise');\n",
      ...later,
    }
    for (const [path, text] of Object.entries(files)) await project.write(path, text)
    await seal()
    await applyCommand(context, usual)
    await db.text("insert into public.notes (body, author) values ('real', 'Grace')")
    await use(world)
  })
}

/** The rows of the database, without the numbers that it gave them. */
async function rowsOf({ db }: SmallWorld): Promise<unknown> {
  return db.query(sql`select to_jsonb(n) - 'id' as row from public.notes as n order by id`)
}

const real = { row: { body: 'real', author: 'Grace' } }

/** Writes a step for rows by `new`, and proves and seals it. */
async function writeStep(
  { context, project }: SmallWorld,
  name: string,
  texts: { readonly up: string; readonly down: string },
): Promise<Awaited<ReturnType<typeof proveCommand>>> {
  const { files } = await newCommand(context, name)
  const [up = '', down = ''] = files
  await project.write(up, texts.up)
  await project.write(down, texts.down)
  const proved = await proveCommand(context, undefined)
  await hashCommand(context)
  return proved
}

/** Edits the table's file, plans under a name, and answers what matters. */
async function edit(
  { context, project }: SmallWorld,
  name: string,
  files: Readonly<Record<string, string>>,
): Promise<unknown> {
  for (const [path, text] of Object.entries(files)) await project.write(path, text)
  return planCommand(context, name).then(
    ({ proved, rows, notes: said, files: written }) => ({
      proved,
      rows,
      notes: said,
      files: written.filter((path) => !path.includes('/down/')),
    }),
    (error: unknown) => messageOf(error).split('\n')[0],
  )
}

const kept = { table: 'public.notes', rows: 2, kept: true, why: null }

describeWith('go', 'a step for rows', () => {
  test.skipIf(longer.skip)(
    'column to NOT NULL with rows: the column, the rows, the rule, on a database with rows too',
    async () => {
      await withRows(async (world) => {
        const { context } = world
        const required = { [table]: notes(...usualNotes, 'mark text not null') }
        expect(await edit(world, 'add_mark', required)).toBe(
          'not planned: column public.notes.mark: the up direction fails: column "mark" of relation "notes" contains null values (23502)',
        )
        expect(
          await edit(world, 'add_mark', { [table]: notes(...usualNotes, 'mark text') }),
        ).toEqual({ proved: true, rows: [kept], notes: [], files: ['migrations/003_add_mark.sql'] })
        const step = await writeStep(world, 'fill_marks', {
          up: "update public.notes set mark = 'none' where mark is null;\n",
          down: '-- The column goes next.\nselect 1;\n',
        })
        expect(step).toMatchObject({
          proved: true,
          rows: { up: [{ kept: false }], down: [{ kept: false }] },
          notes: [],
        })
        expect(await edit(world, 'require_mark', required)).toEqual({
          proved: true,
          rows: [kept],
          notes: [],
          files: ['migrations/005_require_mark.sql'],
        })
        expect(await apply(context)).toEqual(['003', '004', '005'])
        expect(await rowsOf(world)).toEqual([{ row: { ...real.row, mark: 'none' } }])
        expect(await verifyCommand(context, 'test')).toMatchObject({ same: true })
        await rollBack(context, '002', true)
        expect(await rowsOf(world)).toEqual([real])
      })
    },
  )

  test.skipIf(longer.skip)(
    'split a table: the values move by a step, and come back by it',
    async () => {
      await withRows(async (world) => {
        const { context, db, project } = world
        const other = 'schema/tables/authors.sql'
        expect(await edit(world, 'add_authors', { [other]: authors() })).toEqual({
          proved: true,
          rows: [],
          notes: [],
          files: ['migrations/003_add_authors.sql'],
        })
        const step = await writeStep(world, 'move_authors', {
          up: 'insert into public.authors (note_id, name) select id, author from public.notes;\n',
          down:
            'update public.notes as n set author = a.name from public.authors as a where a.note_id = n.id;\n' +
            'delete from public.authors;\n',
        })
        expect(step).toMatchObject({
          proved: true,
          notes: [],
          rows: { down: [{ kept: null }, kept] },
        })
        expect(await edit(world, 'drop_author', { [table]: notes('body text not null') })).toEqual({
          proved: true,
          rows: [kept],
          notes: [],
          files: ['migrations/005_drop_author.sql'],
        })
        // The rows of samples went the same way, though their file is as it was.
        const short = authors('constraint authors_short check (length(name) < 6)')
        expect(await edit(world, 'shorten', { [other]: short })).toBe(
          'not planned: constraint public.authors.authors_short: the up direction fails: check constraint "authors_short" of relation "authors" is violated by some row (23514)',
        )
        await project.write(other, authors())
        expect(await apply(context).catch(messageOf)).toMatch(
          /^this would be lost for good:\n {2}"public"\."notes"\."author": 1 value, such as id = 1 /,
        )
        expect(await apply(context, true)).toEqual(['003', '004', '005'])
        expect(await rowsOf(world)).toEqual([{ row: { body: 'real' } }])
        expect(await db.query(sql`select name from public.authors`)).toEqual([{ name: 'Grace' }])
        expect(await rollBack(context, '002').catch(messageOf)).toMatch(/--allow-data-loss/)
        await rollBack(context, '002', true)
        expect(await rowsOf(world)).toEqual([real])
      })
    },
  )
})

describeWith('go', 'an index that must not block writes', () => {
  test.skipIf(longer.skip)(
    'is built by hand before the migration that makes it where it is not there',
    async () => {
      await withRows(async (world) => {
        const { context, db, project } = world
        const index = 'create index notes_body_idx on public.notes (body);'
        const text = `${notes(...usualNotes)}\n${index}\n`
        expect(await edit(world, 'index_bodies', { [table]: text })).toMatchObject({ proved: true })
        const path = join(project.root, 'migrations/003_index_bodies.sql')
        const planned = await readFile(path, 'utf8')
        expect(planned).toContain('create index notes_body_idx')
        await writeFile(path, planned.replace('create index', 'create index if not exists'))
        expect(await proveCommand(context, undefined)).toMatchObject({ proved: true, sealed: true })
        await hashCommand(context)
        await db.text(index.replace('create index', 'create index concurrently'))
        expect(await apply(context)).toEqual(['003'])
        expect(await verifyCommand(context, 'test')).toMatchObject({ same: true })
      })
    },
  )
})

const policy = { 'schema/policies/notes.sql': 'create policy all_of_it on public.notes;\n' }

describe('what a plan and a proof say of sample rows', longer, () => {
  test('a file whose rows a committed migration fails over was loaded after it', async () => {
    const later = {
      'migrations/003_only.sql':
        "alter table public.notes add constraint only_first check (body = 'first');\n",
      'migrations/down/003_only.sql': '-- Nothing.\n',
      'migrations/004_all.sql': 'alter table public.notes drop constraint only_first;\n',
      'migrations/down/004_all.sql': '-- Nothing.\n',
    }
    await withRows(async (world) => {
      const said = [
        'samples/notes.sql was loaded after migrations/003_only.sql, which fails on its rows: ' +
          'check constraint "only_first" of relation "notes" is violated by some row (23514)',
      ]
      expect(await edit(world, 'open', policy)).toEqual({
        proved: true,
        rows: [kept],
        notes: said,
        files: ['migrations/005_open.sql'],
      })
      expect(await proveCommand(world.context, undefined)).toMatchObject({
        proved: true,
        rows: { up: [kept], down: [kept] },
        notes: said,
      })
    }, later)
  })

  test.skipIf(longer.skip)(
    'migrations that make something else over rows are proved without them',
    async () => {
      const later = {
        'migrations/003_by_rows.sql':
          "do $$ begin if exists (select from public.notes) then execute 'create view public.extra as select 1 as one'; end if; end $$;\n",
        'migrations/down/003_by_rows.sql': '-- Nothing.\n',
      }
      await withRows(async (world) => {
        const why = expect.stringMatching(
          /^the migrations give another result with sample rows than without: .*public\.extra.* should not be there$/,
        )
        expect(await edit(world, 'open', policy)).toEqual({
          proved: true,
          rows: [{ table: 'public.notes', rows: 0, kept: null, why }],
          notes: [],
          files: ['migrations/004_open.sql'],
        })
      }, later)
    },
  )
})
