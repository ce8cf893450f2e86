import { randomInt } from 'node:crypto'
import { expect, test } from 'vitest'
import { withSession } from '../../src/postgres/connect.ts'
import { compareDatabases } from '../../src/observer/compare-databases.ts'
import { observe } from '../../src/observer/observe.ts'
import { sendText } from '../../src/postgres/connect.ts'
import { withTestDatabase } from '../support/database.ts'
import type { TestDatabase } from '../support/database.ts'
import { shuffle } from '../support/shuffle.ts'

/** Another order at each run; OBSERVER_SEED repeats one. */
const seed = Number(process.env['OBSERVER_SEED'] ?? randomInt(1_000_000))

/** Statements that hang on one another in many ways; none changes what another one makes. */
const statements = [
  'create schema a',
  'create schema b',
  "create type a.mood as enum ('low', 'high')",
  'create type b._mood as enum ()',
  'create type b.mood as (m a.mood)',
  'create domain a.short as text check (octet_length(value) < 10)',
  'create sequence a.counter',
  'create table a.nodes (id bigint generated always as identity primary key, mood a.mood, name a.short)',
  'create table a.edges (head bigint references a.nodes, tail bigint references a.nodes deferrable)',
  'create table b.list (id integer primary key, n bigint default nextval($$a.counter$$)) partition by list (id)',
  'create table b.list_1 partition of b.list for values in (1)',
  'create table b.list_2 partition of b.list for values in (2) partition by list (id)',
  'create table b.list_21 partition of b.list_2 default',
  'create table b.of_list (id integer constraint to_list references b.list) partition by list (id)',
  'create table b.of_list_1 partition of b.of_list for values in (1)',
  'create table b.of_list_2 partition of b.of_list for values in (2)',
  'create index nodes_name on a.nodes (lower(name))',
  'create index edges_tail on a.edges (tail) where head > 0',
  'create statistics a.of_edges on head, tail from a.edges',
  'create function a.touch() returns trigger language plpgsql as $$begin return new; end$$',
  'create function b.twice(n bigint) returns bigint language sql immutable return n * 2',
  'create view b.doubled as select b.twice(n.id) as twice, n.mood from a.nodes as n',
  'create view b.of_doubled as select d.twice from b.doubled as d',
  'create trigger touch before update on a.nodes for each row execute function a.touch()',
  'create trigger touch_list before update on b.list for each row execute function a.touch()',
  'create policy one on a.nodes to anon, authenticated using (id > 1)',
  'create policy two on a.nodes for insert to authenticated with check (id > 1)',
  'create rule quiet as on delete to a.edges do instead nothing',
  'create publication p1 for table a.nodes (id, name), a.edges',
  'alter table a.nodes enable row level security',
  'alter table a.nodes force row level security',
  'alter table a.nodes set (fillfactor = 50)',
  'alter table a.nodes set (autovacuum_enabled = false)',
  'alter table a.nodes set (toast.autovacuum_enabled = false)',
  'alter sequence a.counter owned by a.edges.tail',
  'alter default privileges in schema b grant select on sequences to anon',
  'alter default privileges in schema b grant usage on sequences to authenticated',
  'grant select on a.nodes to anon',
  'grant select, insert on a.nodes to authenticated',
  'grant update (name) on a.nodes to anon',
  'grant update (name) on a.nodes to authenticated',
  'grant usage on schema a to anon',
  'grant usage on schema a to authenticated',
  'revoke execute on function b.twice(bigint) from public',
  'comment on table a.nodes is $$nodes$$',
  'comment on column a.nodes.name is $$their names$$',
  'comment on function b.twice(bigint) is $$twice$$',
  'revoke execute on function pg_catalog.pg_sleep(double precision) from public',
  'comment on function pg_catalog.now() is null',
  'comment on function pg_catalog.pg_sleep(double precision) is $$slow$$',
] as const

test(
  'databases made by the same statements in another order are equal',
  { timeout: 120_000 },
  async () => {
    await withTwo(async (left, right) => {
      await runInSomeOrder(left, statements)
      for (let by = seed; by < seed + 3; by += 1) {
        await runInSomeOrder(right, shuffle(statements, by))
        const { differences, columnOrder } = await compareDatabases(left.superuser, right.superuser)
        expect({ differences, columnOrder }, `OBSERVER_SEED=${String(by)}`).toEqual({
          differences: [],
          columnOrder: [],
        })
        await sendText(
          right.superuser,
          'drop schema a cascade; drop schema b cascade; drop publication p1',
        )
      }
    })
  },
)

test(
  'housekeeping, rows, and what other sessions keep for themselves are not seen',
  { timeout: 120_000 },
  async () => {
    await withTwo(async (left, right) => {
      await Promise.all([runInSomeOrder(left, statements), runInSomeOrder(right, statements)])
      await sendText(
        right.superuser,
        "insert into a.nodes (name) select 'x' from generate_series(1, 999)",
      )
      await sendText(right.superuser, 'create index gone on a.edges (head)')
      await sendText(right.superuser, 'drop index a.gone')
      for (const work of housekeeping)
        await sendText(right.superuser, work.replace('@', right.name))
      await withSession(right.adminUrl, async (session) => {
        await sendText(session, 'create temporary table mine (id serial primary key, t text)')
        const { differences, equal } = await compareDatabases(left.superuser, right.superuser)
        expect({ differences, equal }).toEqual({ differences: [], equal: true })
      })
    })
  },
)

/** Each alone: some may not stand in a transaction. @ is the database. */
const housekeeping = [
  'analyze',
  'vacuum',
  'vacuum (freeze)',
  'vacuum full',
  'vacuum full pg_catalog.pg_proc',
  'reindex schema a',
  'reindex table concurrently a.nodes',
  'reindex system "@"',
] as const

test('what was taken from PostgreSQL itself is named, and what was given back is not', async () => {
  await withTwo(async (left, right) => {
    await sendText(left.superuser, 'comment on function pg_catalog.now() is null')
    await sendText(
      left.superuser,
      'revoke execute on function pg_catalog.pg_sleep(double precision) from public',
    )
    await sendText(right.superuser, 'revoke execute on function pg_catalog.now() from public')
    await sendText(right.superuser, 'grant execute on function pg_catalog.now() to public')
    expect((await compareDatabases(left.superuser, right.superuser)).differences).toEqual([
      {
        catalog: 'pg_description',
        object: 'function pg_catalog.now()',
        kind: 'only right',
        fields: [{ name: 'description', left: undefined, right: 'current transaction time' }],
      },
      {
        catalog: 'pg_proc',
        object: 'function pg_catalog.pg_sleep(double precision)',
        kind: 'different',
        fields: [
          {
            name: 'proacl',
            left: 'supabase_admin: execute (from supabase_admin)',
            right:
              'public: execute (from supabase_admin); supabase_admin: execute (from supabase_admin)',
          },
        ],
      },
    ])
  })
})

test('a database is equal to itself for its owner and for the superuser', async () => {
  await withTestDatabase({ kind: 'migrations', mode: 'today' }, async (db) => {
    expect(await compareDatabases(db.owner, db.superuser)).toEqual({
      differences: [],
      columnOrder: [],
      unreadable: [],
      equal: true,
    })
  })
})

test('what is observed twice is the same to the letter', async () => {
  await withTestDatabase({ kind: 'migrations', mode: 'today' }, async (db) => {
    expect(await observe(db.superuser)).toEqual(await observe(db.superuser))
  })
})

async function withTwo(
  use: (left: TestDatabase, right: TestDatabase) => Promise<void>,
): Promise<void> {
  await withTestDatabase({ kind: 'platform', mode: 'today' }, (left) =>
    withTestDatabase({ kind: 'platform', mode: 'today' }, (right) => use(left, right)),
  )
}

/** Runs statements in their order; those that need another one first come again after the rest. */
async function runInSomeOrder(db: TestDatabase, texts: readonly string[]): Promise<void> {
  const failed: string[] = []
  let reason: unknown
  for (const text of texts) {
    await sendText(db.superuser, text).catch((error: unknown) => {
      failed.push(text)
      reason = error
    })
  }
  if (failed.length === texts.length) throw reason
  if (failed.length > 0) await runInSomeOrder(db, failed)
}
