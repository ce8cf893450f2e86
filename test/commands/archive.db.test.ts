import { describe, expect, it } from 'vitest'
import { applyCommand } from '../../src/commands/apply.ts'
import { archiveCommand } from '../../src/commands/archive.ts'
import { rollbackCommand } from '../../src/commands/rollback.ts'
import { messageOf } from '../../src/errors.ts'
import { sql } from '../support/database.ts'
import { longer } from '../support/sample.ts'
import { withSmallWorld } from '../support/small-project.ts'
import type { SmallWorld } from '../support/small-project.ts'
import { usual, usualRollback } from '../support/target.ts'

const list = { environment: 'test', lockWait: 200, action: 'list', version: undefined } as const
const toTwo = {
  ...usualRollback,
  to: { kind: 'version', version: '002' },
  archive: true,
} as const

/** A world with one more migration applied, and rows. */
async function withThird(
  [up, down, rows]: readonly [string, string, string],
  use: (world: SmallWorld) => Promise<void>,
): Promise<void> {
  await withSmallWorld(async (world) => {
    const { context, db, project, seal } = world
    await project.write('migrations/003_third.sql', up)
    await project.write('migrations/down/003_third.sql', down)
    await seal()
    await applyCommand(context, usual)
    await db.text(rows)
    await use(world)
  })
}

describe('the archive', () => {
  it('is for its owner alone, whatever default privileges would grant', async () => {
    const [up, down] = [
      'create table public.tags (id bigint primary key)',
      'drop table public.tags',
    ]
    await withThird([up, down, 'insert into public.tags values (1)'], async ({ context, db }) => {
      await db.text(`
          alter default privileges grant all on schemas to public, anon;
          alter default privileges grant all on tables to public, anon;
          alter default privileges grant all on sequences to public, anon;
        `)
      await rollbackCommand(context, toTwo)
      expect(
        await db.query(sql`
            select
              pg_catalog.has_schema_privilege('anon', n.oid, 'usage') as usage,
              bool_or(a.grantee <> c.relowner) as others
            from pg_catalog.pg_namespace as n
            join pg_catalog.pg_class as c on c.relnamespace = n.oid and c.relkind in ('r', 'S')
            left join lateral pg_catalog.aclexplode(c.relacl) as a on true
            where n.nspname = 'archive'
            group by n.oid
          `),
      ).toEqual([{ usage: false, others: false }])
    })
  })

  it('keeps a dropped table, and puts it back with its sequence, whatever its types', async () => {
    const up = `create type public.mood as enum ('calm', 'wild');
create function public.touch() returns trigger language plpgsql as $$ begin new.at := null; return new; end $$;
create table public.tags (
  id bigint generated always as identity primary key,
  note_id bigint references public.notes,
  mood public.mood,
  at timestamptz,
  twice bigint generated always as (note_id * 2) stored,
  "odd ""name" numeric[]
);
create trigger touch before insert on public.tags for each row execute function public.touch();
`
    const down = 'drop table public.tags;\ndrop function public.touch();\ndrop type public.mood;\n'
    const rows = `insert into public.notes (body) values ('a');
insert into public.tags (note_id, mood, "odd ""name") values (1, 'wild', '{1.50,NULL}'), (null, null, null);
alter table public.tags disable trigger touch;
update public.tags set at = '2026-01-02 03:04:05.678901+00' where id = 1;
alter table public.tags enable trigger touch;`
    const all = sql`select id, note_id, mood::text, at::text, twice, "odd ""name"::text as odd from public.tags order by id`
    await withThird([up, down, rows], async ({ context, db }) => {
      const before = await db.query(all)
      expect(await rollbackCommand(context, toTwo)).toMatchObject({
        rolledBack: [{ version: '003' }],
        archived: [{ version: '003', kind: 'rows', table: 'tags', rows: 2 }],
      })
      expect(await archiveCommand(context, list)).toMatchObject({
        items: [{ version: '003', object: 'public.tags', rows: 2, days: 0 }],
      })
      const other = { ...list, version: '009' }
      for (const action of ['list', 'drop'] as const)
        expect(await archiveCommand(context, { ...other, action }).catch(messageOf)).toBe(
          'test: the archive has nothing of version 009. It has: 003.',
        )
      expect(await applyCommand(context, usual)).toMatchObject({
        putBack: [{ version: '003', table: 'tags', rows: 2, of: 2 }],
      })
      expect(await db.query(all)).toEqual(before)
      await db.text('insert into public.tags default values')
      expect(await db.query(sql`select max(id)::integer as id from public.tags`)).toEqual([
        { id: 3 },
      ])
      expect(await archiveCommand(context, list)).toMatchObject({ items: [] })
    })
  })

  it.skipIf(longer.skip)('keeps the values of a dropped column by their keys', async () => {
    const rows = "insert into public.notes (body, tag) values ('a', 'x'), ('b', null), ('c', 'z')"
    await withThird(
      [
        'alter table public.notes add column tag text;\n',
        'alter table public.notes drop column tag;\n',
        rows,
      ],
      async ({ context, db }) => {
        expect(await rollbackCommand(context, toTwo)).toMatchObject({
          archived: [{ kind: 'values', table: 'notes', column: 'tag', rows: 2 }],
        })
        await db.text(
          "delete from public.notes where id = 3; insert into public.notes (body) values ('d')",
        )
        expect(await applyCommand(context, usual)).toMatchObject({ putBack: [{ rows: 1, of: 2 }] })
        expect(
          await db.query(sql`select id::integer as id, tag from public.notes order by id`),
        ).toEqual([
          { id: 1, tag: 'x' },
          { id: 2, tag: null },
          { id: 4, tag: null },
        ])
        expect(await archiveCommand(context, list)).toMatchObject({ items: [{ putBack: true }] })
        expect(await archiveCommand(context, { ...list, action: 'drop' })).toMatchObject({
          items: [{ version: '003' }],
        })
        expect(await archiveCommand(context, list)).toMatchObject({ items: [] })
      },
    )
  })

  it.skipIf(longer.skip)(
    'keeps narrowed values, and puts back those that nobody has changed since',
    async () => {
      const up =
        'alter table public.notes add column n numeric;\nalter table public.notes alter column n type numeric;\n'
      const rows = "insert into public.notes (body, n) values ('a', 1.25), ('b', 2.75), ('c', 3)"
      await withThird(
        [up, 'alter table public.notes alter column n type numeric(6, 0);\n', rows],
        async ({ context, db, project, seal }) => {
          expect(await rollbackCommand(context, toTwo)).toMatchObject({
            archived: [{ kind: 'narrowed values', column: 'n', rows: 3 }],
          })
          await db.text('update public.notes set n = 7 where id = 2')
          await project.write(
            'migrations/003_third.sql',
            'alter table public.notes alter column n type numeric;\n',
          )
          await seal()
          expect(await applyCommand(context, usual)).toMatchObject({
            putBack: [{ rows: 2, of: 3 }],
          })
          expect(await db.query(sql`select n::text from public.notes order by id`)).toEqual([
            { n: '1.25' },
            { n: '7' },
            { n: '3' },
          ])
        },
      )
    },
  )

  it.skipIf(longer.skip)(
    'keeps partitions and tables that refer to each other, under any names, over several versions',
    async () => {
      const up = `create table public."Odd.""Name" (k integer, "select" text, primary key (k, "select")) partition by list (k);
create table public.odd_1 partition of public."Odd.""Name" for values in (1);
create table public.odd_rest partition of public."Odd.""Name" default;
create table public.a_table_whose_name_is_as_long_as_a_name_of_postgresql_may_be_63 (
  id integer primary key,
  k integer,
  "select" text,
  parent integer references public.a_table_whose_name_is_as_long_as_a_name_of_postgresql_may_be_63,
  foreign key (k, "select") references public."Odd.""Name"
);
`
      const down =
        'drop table public.a_table_whose_name_is_as_long_as_a_name_of_postgresql_may_be_63;\ndrop table public."Odd.""Name";\n'
      const rows = `insert into public.notes (body) values ('a');
insert into public."Odd.""Name" values (1, 'x'), (2, 'y''z');
insert into public.a_table_whose_name_is_as_long_as_a_name_of_postgresql_may_be_63 values (1, 2, 'y''z', 2), (2, 1, 'x', null);`
      const all = sql`
      select n.tableoid::regclass::text as part, n.k, n."select", t.id, t.parent
      from public."Odd.""Name" as n
      left join public.a_table_whose_name_is_as_long_as_a_name_of_postgresql_may_be_63 as t using (k, "select")
      order by n.k
    `
      await withThird([up, down, rows], async ({ context, db }) => {
        const before = await db.query(all)
        // The body comes back NOT NULL, for which the table has to be empty.
        const toNone = {
          ...toTwo,
          to: { kind: 'version', version: '001' },
          allowDataLoss: true,
        } as const
        const kept = [
          {
            version: '003',
            table: 'a_table_whose_name_is_as_long_as_a_name_of_postgresql_may_be_63',
            rows: 2,
          },
          { version: '003', table: 'Odd."Name', rows: 2 },
          { version: '002', column: 'body', rows: 1 },
        ]
        const dry = await rollbackCommand(context, { ...toNone, dryRun: true })
        expect(dry).toMatchObject({ archived: kept })
        expect(await rollbackCommand(context, toNone)).toMatchObject({ archived: kept })
        await db.text('delete from public.notes')
        expect(await applyCommand(context, usual)).toMatchObject({
          putBack: [
            { version: '002', rows: 0, of: 1 },
            { table: 'Odd."Name', rows: 2, of: 2 },
            { version: '003', rows: 2, of: 2 },
          ],
        })
        expect(await db.query(all)).toEqual(before)
      })
    },
  )

  it.skipIf(longer.skip)(
    'puts nothing back behind another migration of the same version',
    async () => {
      const rows = 'insert into public.more values (1)'
      await withThird(
        ['create table public.more (id integer);\n', 'drop table public.more;\n', rows],
        async ({ context, db, project, seal }) => {
          await rollbackCommand(context, toTwo)
          await project.remove('migrations/003_third.sql')
          await project.remove('migrations/down/003_third.sql')
          await project.write(
            'migrations/003_other.sql',
            'create table public.more (id integer);\n',
          )
          await seal()
          expect(await applyCommand(context, usual)).toMatchObject({ putBack: [] })
          expect(await db.query(sql`select from public.more`)).toEqual([])
        },
      )
    },
  )

  it('refuses a column that the next apply could not make on the rows that stay', async () => {
    const up = 'alter table public.notes add column tag text not null;\n'
    const down = 'alter table public.notes drop column tag;\n'
    const rows = "insert into public.notes (body, tag) values ('a', 'x')"
    await withThird([up, down, rows], async ({ context, db }) => {
      expect(await rollbackCommand(context, toTwo).catch(messageOf)).toMatch(
        /^this could not be put back from the archive, since the next apply would fail on the rows that stay:\n {2}"public"\."notes"\."tag": 1 row without a value for a new column that is NOT NULL, such as id = 1 \(.*migrations\/003_third\.sql:1\)\nNothing was changed\. /,
      )
      expect(await db.query(sql`select tag from public.notes`)).toEqual([{ tag: 'x' }])
      const lossy = { ...toTwo, allowDataLoss: true }
      expect(await rollbackCommand(context, lossy)).toMatchObject({ archived: [{ rows: 1 }] })
    })
  })

  it.skipIf(longer.skip)('says why it cannot keep a part of the values of a column', async () => {
    const up = `create type public.place as (x integer, y integer);
alter table public.notes add column at public.place;
`
    const down = 'alter type public.place drop attribute y;\n'
    const rows = "insert into public.notes (body, at) values ('a', '(1,2)')"
    await withThird([up, down, rows], async ({ context }) => {
      expect(await rollbackCommand(context, toTwo).catch(messageOf)).toMatch(
        /003_third\.sql:1: "public"\."notes"\."at": values of the attribute y: the column stays, and loses a part of its values; only dropped tables, and dropped or narrowed columns, are kept\nNothing was changed\. /,
      )
    })
  })

  it('refuses what it cannot keep, says why, and changes nothing', async () => {
    const rows = "insert into public.notes (body) values ('a')"
    await withThird(
      ['select 1;\n', "delete from public.notes where body = 'a';\n", rows],
      async ({ context, db }) => {
        expect(await rollbackCommand(context, toTwo).catch(messageOf)).toMatch(
          /^this cannot be kept in the archive:\n.*003_third\.sql:1: "public"\."notes": rows: the statement takes rows out of a table that stays; only dropped tables, and dropped or narrowed columns, are kept\nNothing was changed\. Save what is needed\. Run the same command again with -- --archive --allow-data-loss\.$/,
        )
        expect(await db.query(sql`select to_regnamespace('archive') as schema`)).toEqual([
          { schema: null },
        ])
      },
    )
  })

  it.skipIf(longer.skip)('is for its owner alone, and no part of what is compared', async () => {
    const rows = 'insert into public.more values (1)'
    await withThird(
      ['create table public.more (id integer);\n', 'drop table public.more;\n', rows],
      async ({ context, db }) => {
        await rollbackCommand(context, { ...toTwo, allowDrift: false })
        expect(
          await db.query(sql`
          select r.role, has_schema_privilege(r.role, 'archive', 'usage') as may
          from unnest(array['anon', 'authenticated', 'service_role']) as r (role)
        `),
        ).toEqual(['anon', 'authenticated', 'service_role'].map((role) => ({ role, may: false })))
        expect(await applyCommand(context, { ...usual, allowDrift: false })).toMatchObject({
          putBack: [{ rows: 1, of: 1 }],
        })
      },
    )
  })
})
