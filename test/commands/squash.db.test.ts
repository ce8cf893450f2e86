import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { applyCommand } from '../../src/commands/apply.ts'
import { rollbackCommand } from '../../src/commands/rollback.ts'
import { squashCommand } from '../../src/commands/squash.ts'
import { statusCommand } from '../../src/commands/status.ts'
import { switchCommand } from '../../src/commands/switch.ts'
import { verifyCommand } from '../../src/commands/verify.ts'
import { readHistory } from '../../src/deploy/history/history.ts'
import { readJournaledFiles } from '../../src/deploy/journal/journaled-files.ts'
import { readEvents } from '../../src/deploy/journal/read-events.ts'
import { messageOf } from '../../src/errors.ts'
import { sql } from '../support/database.ts'
import { longer } from '../support/sample.ts'
import { withSmallWorld } from '../support/small-project.ts'
import type { SmallWorld } from '../support/small-project.ts'
import { usual, usualRollback } from '../support/target.ts'

const supabase = `
  create schema supabase_migrations;
  create table supabase_migrations.schema_migrations (version text primary key, statements text[], name text);
`
const insert = "insert into public.notes (body, more) values ('first', 1)"

/** The small project with a third migration that inserts a row, and a fourth. */
async function withFour(use: (world: SmallWorld) => Promise<void>): Promise<void> {
  await withSmallWorld(async (world) => {
    const { behind, seal } = world
    await behind.write(
      'migrations/003_more.sql',
      `alter table public.notes add column more int;\n\n-- The first note.\n${insert};\n`,
    )
    await behind.write(
      'migrations/down/003_more.sql',
      'delete from public.notes;\nalter table public.notes drop column more;\n',
    )
    await behind.write('migrations/004_last.sql', 'comment on table public.notes is $$last$$;\n')
    await behind.write('migrations/down/004_last.sql', 'comment on table public.notes is null;\n')
    await seal()
    await use(world)
  })
}

async function versions({ db }: SmallWorld): Promise<Record<string, unknown>> {
  const { atlas, supabase: cli } = await db.owner.task(readHistory)
  const files = await db.owner.task(readJournaledFiles)
  return {
    atlas: atlas?.map(
      ({ version, description, type }) => `${version}_${description} ${String(type)}`,
    ),
    supabase: cli?.map(({ version, name }) => `${version}_${String(name)}`),
    files: files.map(({ version, name }) => `${version}_${name}`),
  }
}

const adopted = {
  atlas: ['003_squashed 4', '004_last 2'],
  supabase: ['003_squashed', '004_last'],
  files: ['003_squashed', '004_last'],
}

describe('squash', () => {
  it('writes one migration that makes the same, and a database that has all records it', async () => {
    await withFour(async (world) => {
      const { context, db, project } = world
      await db.text(supabase)
      await applyCommand(context, usual)
      const before = await db.query(sql`select body, more from public.notes`)
      expect(await squashCommand(context, '003')).toEqual({
        version: '003',
        name: 'squashed',
        replaces: [
          { version: '001', name: 'notes' },
          { version: '002', name: 'bodies' },
          { version: '003', name: 'more' },
        ],
        dataSteps: [
          { file: '003_more.sql', line: 4, sort: 'insert', sql: `-- The first note.\n${insert}` },
        ],
        files: ['migrations/003_squashed.sql', 'migrations/down/003_squashed.sql'],
        removed: ['001_notes', '002_bodies', '003_more'].flatMap((stem) => [
          `migrations/${stem}.sql`,
          `migrations/down/${stem}.sql`,
        ]),
        notes: [],
        repair: [
          'supabase migration repair --status reverted 001 002',
          'supabase migration repair --status applied 003',
        ],
      })
      const text = await readFile(join(project.root, 'migrations/003_squashed.sql'), 'utf8')
      expect(text).toMatch(/^-- replaces: 001…003\n-- replaced: 001_notes\.sql h1:/)
      expect(text).toContain(`-- Kept from 003_more.sql, line 4:\n-- The first note.\n${insert};\n`)

      expect(await statusCommand(context, 'test')).toMatchObject({
        state: 'up to date',
        versions: [{ version: '003', name: 'squashed', applied: true }, { version: '004' }],
      })
      expect(await applyCommand(context, usual)).toMatchObject({
        applied: [],
        recorded: ['003'],
        current: '004',
      })
      expect(await versions(world)).toEqual(adopted)
      expect(await db.query(sql`select body, more from public.notes`)).toEqual(before)
      expect((await readEvents(db.owner))?.[0]).toMatchObject({ verb: 'squash', version: '003' })
      expect(await applyCommand(context, usual)).toMatchObject({ applied: [], recorded: [] })
      expect(await verifyCommand(context, 'test')).toMatchObject({ same: true })
      const none = { ...usualRollback, to: { kind: 'version', version: 'none' } } as const
      expect(await rollbackCommand(context, { ...none, allowDataLoss: true })).toMatchObject({
        rolledBack: [{ version: '004' }, { name: 'squashed' }],
      })
      // A new database runs it like any other.
      expect(await applyCommand(context, usual)).toMatchObject({
        applied: [{ name: 'squashed' }, { name: 'last' }],
      })
      expect(await db.query(sql`select body, more from public.notes`)).toEqual(before)
      expect(await verifyCommand(context, 'test')).toMatchObject({ same: true })
    })
  })

  it.skipIf(longer.skip)(
    'tells a database that has a part of them to apply the rest with the last checkout that has it',
    async () => {
      await withFour(async ({ context, project }) => {
        await applyCommand(context, { ...usual, version: '002' })
        await squashCommand(context, '003')
        const sentence =
          `${project.root}/migrations/003_squashed.sql: replaces 001…003, of which the database has 001, 002 only. ` +
          'Apply up to 003 with the last checkout that has 003, then apply from here. ' +
          'That is the commit before: git log -1 --diff-filter=A --format=%h -- migrations/003_squashed.sql'
        expect(await applyCommand(context, usual).catch(messageOf)).toBe(sentence)
        expect(await statusCommand(context, 'test')).toMatchObject({ refusals: [sentence] })
      })
    },
  )

  it.skipIf(longer.skip)(
    'refuses a database that has another file under one of the versions',
    async () => {
      await withFour(async ({ context, db, project }) => {
        await applyCommand(context, usual)
        await squashCommand(context, '003')
        await db.text(
          `update atlas_schema_revisions.atlas_schema_revisions set description = 'other' where version = '002'`,
        )
        expect(await applyCommand(context, usual).catch(messageOf)).toBe(
          `${project.root}/migrations/003_squashed.sql: replaces 002_bodies.sql, and the database has another 002 (other): ` +
            'it was renamed, or edited, or is of another branch. Bring the database to what 002_bodies.sql makes from a checkout that has it.',
        )
      })
    },
  )

  it.skipIf(longer.skip)('does not have switch roll anything back', async () => {
    await withFour(async (world) => {
      const { context, db } = world
      await db.text(supabase)
      await applyCommand(context, usual)
      await squashCommand(context, '003')
      const { version: _version, ...common } = usual
      expect(await switchCommand(context, { ...usualRollback, ...common })).toMatchObject({
        stays: '004',
        back: [],
        ahead: [],
        apply: { recorded: ['003'] },
      })
      expect(await versions(world)).toEqual(adopted)
    })
  })

  it.skipIf(longer.skip)('squashes again what was squashed', async () => {
    await withFour(async (world) => {
      const { context, db } = world
      await db.text(supabase)
      await applyCommand(context, usual)
      await squashCommand(context, '002')
      await applyCommand(context, usual)
      await squashCommand(context, '004')
      expect(await applyCommand(context, usual)).toMatchObject({ applied: [], recorded: ['004'] })
      expect(await versions(world)).toEqual({
        atlas: ['004_squashed 4'],
        supabase: ['004_squashed'],
        files: ['004_squashed'],
      })
    })
  })

  it.skipIf(longer.skip)(
    'refuses a data step that cannot run at the end, and writes nothing',
    async () => {
      await withFour(async ({ context, behind, seal, project }) => {
        await behind.write(
          'migrations/004_last.sql',
          'alter table public.notes drop column more;\n',
        )
        await behind.write(
          'migrations/down/004_last.sql',
          'alter table public.notes add column more int;\n',
        )
        await seal()
        expect(await squashCommand(context, '004').catch(messageOf)).toMatch(
          /004_squashed\.sql:\d+:\d+: column "more" of relation "notes" does not exist[^]*Nothing was written\.$/,
        )
        expect(await readFile(join(project.root, 'migrations/003_more.sql'), 'utf8')).toContain(
          insert,
        )
        expect(await squashCommand(context, '004', { leaveOut: ['003:3'] }).catch(messageOf)).toBe(
          '--leave-out 003:3: no statement on rows starts there. There are: 003:4.',
        )
        // The row is missing without it.
        expect(
          await squashCommand(context, '004', { leaveOut: ['003:4'] }).catch(messageOf),
        ).toMatch(/does not make the same rows:\n {2}public\.notes: 1 rows before, 0 now/)
      })
    },
  )

  it.skipIf(longer.skip)(
    'keeps the settings under which a data step runs, and for it alone',
    async () => {
      await withFour(async ({ context, behind, seal }) => {
        await behind.write(
          'migrations/004_last.sql',
          "set search_path = public;\nset local my.value = '1';\ninsert into notes (body) values (pg_catalog.current_setting('my.value'));\n",
        )
        await behind.write(
          'migrations/down/004_last.sql',
          "delete from public.notes where body = '1';\n",
        )
        await seal()
        const { dataSteps } = await squashCommand(context, '004')
        expect(
          dataSteps.map(({ file, sql: text }) => `${file}: ${text.split('\n').at(-1) ?? ''}`),
        ).toEqual([
          `003_more.sql: ${insert}`,
          '004_last.sql: set search_path = public',
          "004_last.sql: set local my.value = '1'",
          "004_last.sql: insert into notes (body) values (pg_catalog.current_setting('my.value'))",
          '004_last.sql: reset "search_path"',
          '004_last.sql: reset "my"."value"',
        ])
      })
    },
  )

  it.skipIf(longer.skip).each([
    ['009', /^009: no such version in .*\. There are: 001, 002, 003, 004\.$/],
    ['001', '001: is the first migration, so there is nothing to squash.'],
  ])('refuses version %s', async (version, sentence) => {
    await withFour(async ({ context }) => {
      expect(await squashCommand(context, version).catch(messageOf)).toMatch(sentence)
    })
  })
})
