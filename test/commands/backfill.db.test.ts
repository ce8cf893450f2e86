import { setTimeout } from 'node:timers/promises'
import { describe, expect, inject, it } from 'vitest'
import { applyCommand } from '../../src/commands/apply.ts'
import { diffCommand } from '../../src/commands/diff.ts'
import { lintCommand } from '../../src/commands/lint.ts'
import { rollbackCommand } from '../../src/commands/rollback.ts'
import { proveCommand } from '../../src/commands/prove.ts'
import { messageOf } from '../../src/errors.ts'
import { startVerb } from '../support/cli.ts'
import { sql } from '../support/database.ts'
import { longer } from '../support/sample.ts'
import { withSmallWorld } from '../support/small-project.ts'
import type { SmallWorld } from '../support/small-project.ts'
import { usual, usualRollback } from '../support/target.ts'

const up = 'migrations/003_fill.sql'
const down = 'migrations/down/003_fill.sql'

const fill = (options: string): string =>
  `alter table public.notes add column title text;\n\n-- @backfill ${options}\nupdate public.notes set title = upper(body) where title is null;\n\nalter table public.notes alter column title set not null;\n`

const right = 'table=public.notes key=id batch=2'

/** The small project with a column that is filled in batches, and five sample rows. */
async function withFill(options: string, use: (world: SmallWorld) => Promise<void>): Promise<void> {
  await withSmallWorld(async (world) => {
    const { project, seal } = world
    await project.write(
      'schema/tables/notes.sql',
      'create table public.notes (\n  id bigint generated always as identity,\n  body text not null,\n  title text not null,\n  constraint notes_pkey primary key (id)\n);\n',
    )
    await project.write(
      'samples/notes.sql',
      "insert into public.notes (body, title) values ('a', 'A'), ('b', 'B'), ('c', 'C'), ('d', 'D'), ('e', 'E');\n",
    )
    await project.write(up, fill(right))
    await project.write(down, 'alter table public.notes drop column title;\n')
    await seal()
    await project.write(up, fill(options))
    await use(world)
  })
}

describe('a migration with a statement that is run in batches', longer, () => {
  it('is proved, up and down, with its batches', async () => {
    await withFill(right, async ({ context }) => {
      expect(await proveCommand(context, '003')).toMatchObject({
        proved: true,
        proof: [
          { way: 'up', differences: [] },
          { way: 'down', differences: [] },
        ],
      })
    })
  })

  it('is refused with the place by prove, lint and diff for a wrong option, by prove for a table without that key', async () => {
    await withFill('table=public.notes key=id size=2', async ({ context, project }) => {
      const sentence = `${project.root}/${up}:3:40: @backfill: size: no such option.`
      for (const said of [
        await proveCommand(context, '003').catch(messageOf),
        await lintCommand(context, undefined).catch(messageOf),
        await diffCommand(context.project, { useWorkbench: neverUsed, talk: context.talk }).catch(
          messageOf,
        ),
      ])
        expect(said).toContain(sentence)
      await project.write(up, fill('table=public.notes key=body'))
      expect(await proveCommand(context, '003').catch(messageOf)).toBe(
        `${project.root}/${up}:3:1: @backfill: public.notes has no unique index on exactly (body), in this order. Write key=id.`,
      )
      await project.write(up, fill(right))
      await project.write(
        down,
        `-- @backfill table=public.notes\nupdate public.notes set body = body;\nalter table public.notes drop column title;\n`,
      )
      expect(await proveCommand(context, '003').catch(messageOf)).toContain(
        `${project.root}/${down}:1:14: @backfill: key= is missing.`,
      )
    })
  })
})

const counted =
  'alter table public.notes add column n integer not null default 0, add column title text;\n\nset role postgres;\n\n-- @backfill table=public.notes key=id batch=100 pause=40ms\nupdate public.notes set title = upper(body), n = n + 1 where title is null;\n\nalter table public.notes alter column title set not null;\n'
const uncounted =
  '-- @backfill table=public.notes key=id batch=700\nupdate public.notes set n = -n where n > 0;\n\nalter table public.notes drop column title;\nalter table public.notes rename column n to was;\n'

/** The same with many rows, up to 002 applied. */
async function withMany(use: (world: SmallWorld) => Promise<void>): Promise<void> {
  await withSmallWorld(async (world) => {
    const { context, db, project, seal } = world
    await applyCommand(context, usual)
    await db.text(
      "insert into public.notes (body) select 'note ' || i from generate_series(1, 2000) as i; analyze public.notes",
    )
    await project.write(up, counted)
    await project.write(down, uncounted)
    await seal()
    await use(world)
  })
}

describe('apply and rollback with a statement that is run in batches', longer, () => {
  it.each(['SIGKILL', 'SIGINT', 'SIGTERM'] as const)(
    'are continued after %s behind the last whole batch',
    async (signal) => {
      await withMany(async ({ context, db, project }) => {
        const env = { TEST_DATABASE_URL: db.url, WORKBENCH_URL: inject('workbench').url }
        const running = startVerb('apply', { cwd: project.root, words: ['test'], env })
        await running.said(' rows, ')
        await setTimeout(150)
        running.child.kill(signal)
        const { code, stderr } = await running.ran
        expect(code).toBe({ SIGKILL: null, SIGINT: 130, SIGTERM: 143 }[signal])
        expect(stderr).toMatch(
          /public\.notes: [\d,]+ of about 2,000 rows, [\d,]+ rows\/s, about [\d.]+ s left/,
        )
        const [half] = await db.query(
          sql`select count(title)::integer as filled, max(n)::integer as most from public.notes`,
        )
        const filled = Number(half?.['filled'])
        expect([filled % 100, filled > 0, filled < 2000, half?.['most']]).toEqual([
          0,
          true,
          true,
          1,
        ])
        const done = await applyCommand(context, usual)
        expect(done).toMatchObject({ applied: [{ version: '003' }], current: '003' })
        expect(await db.query(sums)).toEqual([{ all: 2000, filled: 2000, times: 2000 }])
        expect(await db.query(sql`select from schema_journal.backfills`)).toEqual([])
        const back = await rollbackCommand(context, {
          ...usualRollback,
          to: { kind: 'version', version: '002' },
          allowDataLoss: true,
        })
        expect(back).toMatchObject({ rolledBack: [{ version: '003' }], current: '002' })
        expect(await db.query(sql`select sum(was)::integer as was from public.notes`)).toEqual([
          { was: -2000 },
        ])
        await db.text('alter table public.notes drop column was')
        await applyCommand(context, usual)
        expect(await db.query(sums)).toEqual([{ all: 2000, filled: 2000, times: 2000 }])
      })
    },
  )

  it('do not say that nothing was done where batches of the first statement were', async () => {
    await withMany(async ({ context, db, project, seal }) => {
      await project.write(
        up,
        `-- @backfill table=public.notes key=id\n-- @verify select 1\nupdate public.notes set body = 'x' where body <> 'x';\n`,
      )
      await seal()
      const said = await applyCommand(context, usual).catch(messageOf)
      expect(said).toMatch(
        /\nNo statement of the file is recorded as done; what is not done yet may be changed in the file\.\n/,
      )
      expect(await db.query(sql`select from public.notes where body <> 'x'`)).toEqual([])
    })
  })

  it('say which row fails, which statements are done, and continue there', async () => {
    await withMany(async ({ context, db }) => {
      await db.text("insert into public.notes (body) values ('bad ' || repeat('x', 10))")
      await db.text(
        "create function public.short() returns trigger language plpgsql as $$ begin if new.body like 'bad%' then raise exception 'too bad'; end if; return new; end $$; create trigger short before update on public.notes for each row execute function public.short()",
      )
      const said = await applyCommand(context, { ...usual, allowDrift: true }).catch(messageOf)
      expect(said).toMatch(/003_fill\.sql:6:1: too bad \(P0001\)\n/)
      expect(said).toMatch(
        /\nIt fails for the row id = 2001\. 2000 rows before it are done and stay\./,
      )
      expect(said).toMatch(/\n2 of its 4 statements are done and recorded;/)
      await db.text('drop trigger short on public.notes')
      expect(await applyCommand(context, { ...usual, allowDrift: true })).toMatchObject({
        current: '003',
      })
      expect(await db.query(sums)).toEqual([{ all: 2001, filled: 2001, times: 2001 }])
    })
  })
})

const sums = sql`select count(*)::integer as all, count(title)::integer as filled, sum(n)::integer as times from public.notes`

async function neverUsed(): Promise<never> {
  throw new Error('no server is needed')
}
