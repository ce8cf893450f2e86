import { describe, expect, it } from 'vitest'
import { applyCommand } from '../../src/commands/apply.ts'
import { rollbackCommand } from '../../src/commands/rollback.ts'
import { statusCommand } from '../../src/commands/status.ts'
import { messageOf } from '../../src/errors.ts'
import { sql } from '../support/database.ts'
import { longer } from '../support/sample.ts'
import { withSmallWorld } from '../support/small-project.ts'
import type { SmallWorld } from '../support/small-project.ts'
import { usual, usualRollback } from '../support/target.ts'

/** A world at version 002, with rows, and one more migration to apply. */
async function withPending(text: string, use: (world: SmallWorld) => Promise<void>): Promise<void> {
  await withSmallWorld(async (world) => {
    const { context, db, project, seal } = world
    await applyCommand(context, usual)
    await db.text("insert into public.notes (body) values ('a'), ('b'), ('a')")
    await project.write('migrations/003_next.sql', text)
    await project.write('migrations/down/003_next.sql', 'select 1;\n')
    await seal()
    await use(world)
  })
}

describe('apply asks before a statement hurts', () => {
  it('refuses what would fail on rows, with the key of one, and runs nothing', async () => {
    const text =
      'create table public.more ();\nalter table public.notes add constraint one unique (body);\n'
    await withPending(text, async ({ context, db }) => {
      const dry = await applyCommand(context, { ...usual, dryRun: true })
      expect(dry.answers).toMatchObject([
        { outcome: 'fails', object: '"public"."notes"', count: 2, example: 'id = 1' },
      ])
      const error = await applyCommand(context, { ...usual, allowDataLoss: true }).catch(messageOf)
      expect(error).toMatch(
        /^this would fail on rows that are there:\n {2}"public"\."notes": 2 rows with a key that others have: "body", such as id = 1 \(.*003_next\.sql:2\)\nNothing was changed\. Correct the rows first, or the file\.$/,
      )
      expect(await db.query(sql`select to_regclass('public.more') as more`)).toEqual([
        { more: null },
      ])
    })
  })

  it('refuses what would lose rows unless that is allowed', async () => {
    await withPending('delete from public.notes;\n', async ({ context, db }) => {
      expect(await applyCommand(context, usual).catch(messageOf)).toMatch(
        /^this would be lost for good:\n {2}"public"\."notes": 3 rows, such as id = 1 \(.*003_next\.sql:1\)\nNothing was changed\. Save what is needed\. Run the same command again with -- --allow-data-loss\.$/,
      )
      expect(await applyCommand(context, { ...usual, allowDataLoss: true })).toMatchObject({
        applied: [{ version: '003' }],
        answers: [{ outcome: 'loses rows', count: 3 }],
      })
      expect(await db.query(sql`select from public.notes`)).toEqual([])
    })
  })

  it('lets a statement change the rows that it names, and says which', async () => {
    const text = "delete from public.notes where body = 'b';\nselect public.touch();\n"
    await withPending(text, async ({ context, db }) => {
      await db.text('create function public.touch() returns void language sql begin atomic; end')
      expect(await applyCommand(context, usual)).toMatchObject({
        applied: [{ version: '003' }],
        answers: [{ outcome: 'loses rows', count: 1, chosen: true }],
        notAsked: [{ reason: 'it calls touch, which may change rows' }],
      })
    })
  })

  it.each([true, false])(
    'refuses roles that the server does not have (dry run: %s)',
    async (dryRun) => {
      const text = `
create role nobody_made;
grant select on public.notes to nobody_made, nobody_at_all;
create policy own on public.notes for select to nobody_else using (true);
do $$ begin execute 'create role nobody_hidden'; end $$;
grant select on public.notes to nobody_hidden, nobody_at_all;
drop role if exists nobody_left;
`
      await withPending(text, async ({ context, db }) => {
        const told = await applyCommand(context, { ...usual, dryRun }).then(() => 'done', messageOf)
        expect(told.replaceAll(/\/\S+\//g, '')).toBe(
          'roles that the server does not have, and that nothing creates before they are named:\n' +
            '  nobody_at_all (003_next.sql:3)\n  nobody_else (003_next.sql:4)\n' +
            'Nothing was changed. Where a platform such as Supabase has these roles, check the URL. Elsewhere create them first.',
        )
        expect((await statusCommand(context, 'test')).refusals).toEqual([told])
        expect(
          await db.query(sql`select from pg_catalog.pg_roles where rolname like 'nobody%'`),
        ).toEqual([])
      })
    },
  )

  it('takes a count that does not end in time for an answer', async () => {
    const text =
      'alter table public.notes add constraint quick check (not public.waits(body)) not valid;\n' +
      'alter table public.notes validate constraint quick;\n'
    await withPending(text, async ({ context, db }) => {
      // The first row is an example at once; the second one keeps the count for longer than it may take.
      await db.text(`
        create function public.waits(body text) returns boolean language plpgsql immutable as $$
          begin
            perform pg_catalog.pg_sleep(case body when 'b' then 60 else 0 end);
            return true;
          end
        $$;
        analyze public.notes;
      `)
      expect(
        await applyCommand(context, { ...usual, checkTimeout: 2000 }).catch(messageOf),
      ).toMatch(
        /"public"\."notes": more than could be counted in time of about 3 rows: rows [^\n]*, such as id = 1 /,
      )
    })
  })
})

describe('a question', longer, () => {
  it('keeps nobody waiting, at 500,000 rows', async () => {
    await withPending('select 1;\n', async ({ context, db }) => {
      await applyCommand(context, usual)
      await db.text(
        "insert into public.notes (body) select 'c' from pg_catalog.generate_series(1, 500000)",
      )
      const to = { kind: 'version', version: 'none' } as const
      const work = { isOver: false }
      const dryRun = rollbackCommand(context, { ...usualRollback, to, dryRun: true }).finally(
        () => (work.isOver = true),
      )
      const waits: number[] = []
      while (!work.isOver) {
        const start = performance.now()
        await db.query(sql`select from public.notes limit 1`)
        await db.query(sql`update public.notes set body = 'd' where id = 1`)
        waits.push(performance.now() - start)
      }
      expect((await dryRun).answers).toMatchObject([{ count: 500_003 }, { count: 500_003 }])
      expect(Math.max(...waits)).toBeLessThan(500)
    })
  })
})
