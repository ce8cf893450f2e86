import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compareObservations } from '../../src/observer/compare-observations.ts'
import type { Comparison } from '../../src/observer/compare-observations.ts'
import { observeWithin } from '../../src/observer/observe.ts'
import type { Observation, ObserveOptions } from '../../src/observer/observe.ts'
import { sendText } from '../../src/postgres/connect.ts'
import type { Transaction } from '../../src/postgres/connect.ts'
import { passedOver } from '../../src/observer/exceptions/passed-over.ts'
import { sql, useDatabase } from '../support/database.ts'
import { sampleBy } from '../support/sample.ts'
import { asRole } from '../support/roles.ts'
import { changes, detours, ground, twoOrders } from '../proof/changes.ts'

describe('the observer', () => {
  const db = useDatabase({ kind: 'platform', mode: 'today' })
  let before: Observation
  let beforeAllOfIt: Observation

  beforeAll(async () => {
    await sendText(db.superuser, ground)
    before = await trial(async (tx) => observeWithin(tx))
    beforeAllOfIt = await trial(async (tx) => observeWithin(tx, { builtIns: 'all' }))
  })

  afterAll(async () => {
    // Without a slot at the other end there is nothing that the server could ask it.
    await sendText(db.superuser, 'alter subscription sub set (slot_name = none)')
    await sendText(db.superuser, 'drop subscription sub')
  })

  it.each(sampleBy(changes, { usual: 4, others: 35 }, ([change]) => change))(
    'sees: %s',
    async (change, object) => {
      const { differences, equal } = await compareAround(change)
      expect(equal).toBe(false)
      const objects = differences.map((difference) => difference.object)
      const named = objects.filter((each) => object.split(' | ').includes(each))
      expect(named, `named: ${objects.join(', ')}`).not.toEqual([])
    },
  )

  it.each(detours)('does not see %s', async (_what, change) => {
    expect((await compareAround(change)).differences).toEqual([])
  })

  it.each(twoOrders)('does not see the order of %s', async (_what, one, other) => {
    const left = await observeAfter(one)
    const right = await observeAfter(other)
    expect(compareObservations(before, left).equal).toBe(false)
    expect(compareObservations(left, right)).toMatchObject({ differences: [], equal: true })
  })

  it('says which field differs, and how', async () => {
    const { differences } = await compareAround(`
      alter policy p on s.base to authenticated using (id > 1);
      alter table s.child alter column note type varchar(30);
      grant usage on schema s to anon with grant option;
      revoke all on schema s from public;
    `)
    expect(differences).toMatchInlineSnapshot(`
      [
        {
          "catalog": "pg_attribute",
          "fields": [
            {
              "left": "character varying(20)",
              "name": "atttypid",
              "right": "character varying(30)",
            },
          ],
          "kind": "different",
          "object": "column s.child.note",
        },
        {
          "catalog": "pg_namespace",
          "fields": [
            {
              "left": "supabase_admin: create, usage (from supabase_admin)",
              "name": "nspacl",
              "right": "anon: usage with grant option (from supabase_admin); supabase_admin: create, usage (from supabase_admin)",
            },
          ],
          "kind": "different",
          "object": "schema s",
        },
        {
          "catalog": "pg_policy",
          "fields": [
            {
              "left": "(id > 0)",
              "name": "polqual",
              "right": "(id > 1)",
            },
            {
              "left": "anon",
              "name": "polroles",
              "right": "authenticated",
            },
          ],
          "kind": "different",
          "object": "policy p on s.base",
        },
      ]
    `)
  })

  it('names no password of a foreign server or subscription', async () => {
    const { differences } = await compareAround(
      "alter user mapping for postgres server far options (set password 'abracadabra')",
    )
    const { lines } = before
    expect({ differences, told: JSON.stringify(lines).includes('opensesame') }).toEqual({
      differences: [
        {
          catalog: 'pg_user_mapping',
          object: 'user mapping postgres on server far',
          kind: 'different',
          fields: [{ name: 'umoptions', left: 'hidden', right: 'hidden' }],
        },
      ],
      told: false,
    })
  })

  it('says that the order of columns differs, and takes it for no difference', async () => {
    const comparison = await compareAround(`
      alter table s.child drop column id cascade;
      alter table s.child
        add column id bigint constraint child_pkey primary key,
        add constraint child_id_check check (id > 0);
      create statistics s.stats (dependencies) on base_id, id from s.child;
    `)
    expect(comparison).toMatchObject({ differences: [], columnOrder: ['s.child'], equal: true })
  })

  it('does not see in which order the columns of a published table stand', async () => {
    const publish = 'create publication few for table s.child (id, base_id)'
    const left = await observeAfter(publish)
    const right = await observeAfter(`
      alter table s.child drop column id cascade;
      alter table s.child
        add column id bigint constraint child_pkey primary key,
        add constraint child_id_check check (id > 0);
      create statistics s.stats (dependencies) on id, base_id from s.child;
      ${publish}
    `)
    expect(compareObservations(left, right)).toMatchObject({
      differences: [],
      columnOrder: ['s.child'],
    })
  })

  it('leaves out what lies in schemas that are to be ignored, and nothing else', async () => {
    const options = { ignoreSchemas: ['history', 's'] }
    const { plain, left, right } = await trial(async (tx) => {
      const none = await observeWithin(tx, options)
      await sendText(tx, history)
      const some = await observeWithin(tx, options)
      await sendText(tx, 'create table public.other (id integer references history.rows)')
      return { plain: none, left: some, right: await observeWithin(tx, options) }
    })
    expect(compareObservations(plain, left).differences).toEqual([])
    expect(left.lines.filter(({ object }) => /\b(history|s)\./.test(object))).toEqual([])
    expect(compareObservations(left, right).differences.map(({ object }) => object)).toContain(
      'table constraint other_id_fkey on public.other',
    )
  })

  it('reads every catalog of a database, or says why not', async () => {
    const rows = await db.query(sql`
      select c.relname::text as name
      from pg_catalog.pg_class as c
      where c.relnamespace = 'pg_catalog'::pg_catalog.regnamespace and c.relkind = 'r'
      order by name
    `)
    const told = [...Object.keys(before.fields), ...Object.keys(passedOver)].toSorted()
    expect({ told, unreadable: before.unreadable }).toEqual({
      told: rows.map(({ name }) => name),
      unreadable: [],
    })
  })

  it('says what a user may not read, and says nothing else of it', async () => {
    const seen = await asRole(db, 'anon', async ({ tx }) => observeWithin(tx))
    const unreadable = ['pg_subscription.subconninfo', 'pg_user_mapping']
    expect(seen.unreadable).toEqual(unreadable)
    expect(compareObservations(seen, before)).toEqual({
      differences: [],
      columnOrder: [],
      unreadable,
      equal: true,
    })
  })

  it('leaves no number of an object in a line', async () => {
    expect(
      before.lines.filter(({ object, fields }) =>
        /\b(1[6-9]|[2-9]\d)\d{3}\b/.test(object + fields),
      ),
    ).toEqual([])
  })

  /** What differs once the change is made; all of what PostgreSQL brought is looked at where that is needed. */
  async function compareAround(change: string): Promise<Comparison> {
    const after = await observeAfter(change)
    return JSON.stringify(before.checksums) === JSON.stringify(after.checksums)
      ? compareObservations(before, after)
      : compareObservations(beforeAllOfIt, await observeAfter(change, { builtIns: 'all' }))
  }

  async function observeAfter(change: string, options?: ObserveOptions): Promise<Observation> {
    return trial(async (tx) => {
      await sendText(tx, change.replaceAll('@', db.name))
      return observeWithin(tx, options)
    })
  }

  /** In a transaction of the superuser that is rolled back. */
  async function trial<T>(use: (tx: Transaction) => Promise<T>): Promise<T> {
    const undo = new Error('undo')
    const result = Promise.withResolvers<T>()
    await db.superuser
      .tx(async (tx) => {
        result.resolve(await use(tx))
        throw undo
      })
      .catch((error: unknown) => {
        if (error !== undo) throw error
      })
    return result.promise
  }
})

/** A schema with everything that can lie in one, or belong to what does. */
const history = `
  create schema history;
  create table history.rows (
    id integer generated always as identity primary key,
    what text not null default 'x' constraint what_check check (what <> '')
  );
  create index on history.rows (what);
  create type history.kind as enum ('a');
  create type history.span as range (subtype = integer);
  create domain history.short as text constraint short_check check (value <> '');
  create function history.f() returns trigger language plpgsql as 'begin return new; end';
  create aggregate history.total (integer) (sfunc = pg_catalog.int4pl, stype = integer);
  create trigger t before insert on history.rows for each row execute function history.f();
  create rule r as on delete to history.rows do also nothing;
  create view history.seen as select id from history.rows;
  create statistics history.stats on id, what from history.rows;
  create table history.parts (id integer) partition by list (id);
  create table history.part partition of history.parts default;
  create table history.heir () inherits (history.rows);
  create sequence history.counter owned by history.rows.what;
  create text search configuration history.conf (copy = pg_catalog.simple);
  create operator family history.fam using btree;
  alter operator family history.fam using btree add operator 1 = (integer, integer);
  create cast (history.kind as integer) with inout;
  create foreign table history.away (id integer) server far;
  alter publication pub add table history.rows;
  create publication whole for tables in schema history;
  drop publication whole;
  alter extension plpgsql add function history.f();
  comment on schema history is 'x';
  comment on table history.rows is 'x';
  comment on column history.rows.id is 'x';
  comment on constraint what_check on history.rows is 'x';
  comment on constraint short_check on domain history.short is 'x';
  comment on trigger t on history.rows is 'x';
  comment on rule r on history.rows is 'x';
  comment on function history.f() is 'x';
  comment on type history.kind is 'x';
  grant select on history.rows to anon;
  alter table history.rows enable row level security;
  create policy p on history.rows using (true);
  comment on policy p on history.rows is 'x';
  alter default privileges in schema history grant select on tables to anon;
`
