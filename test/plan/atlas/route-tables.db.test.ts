import { beforeAll, describe, expect, test } from 'vitest'
import { factsOf, isPlannedKind, kinds } from '../../../src/model/kind.ts'
import { routeTables } from '../../../src/plan/atlas/route-tables.ts'
import type { Route } from '../../../src/plan/atlas/route-tables.ts'

import { listAssignments } from '../../../src/plan/atlas/who-plans.ts'
import { readCatalog } from '../../../src/postgres/read/read-catalog.ts'
import { useDatabase } from '../../support/database.ts'

/** `$s` is a schema of the edit's own with the table `$s.t`; what is said of `$s.t`, or of another table. */
interface Edit {
  readonly name: string
  readonly before?: string
  readonly change: string
  readonly table?: string
  readonly by: 'atlas' | 'own'
  readonly why: string
}

const parent = 'create table $s.p (id integer primary key, code text constraint code unique);'
const reference = `${parent} alter table $s.t add constraint fk foreign key (b) references $s.p;`

const atlas: readonly Omit<Edit, 'by'>[] = [
  {
    name: 'a table with everyday columns, keys, checks, indexes and an identity',
    change: `${parent} create table $s.n (
      id bigint generated always as identity primary key, tags text[] not null default '{}',
      p integer constraint n_fk references $s.p (id) on delete cascade,
      at timestamptz default now(), constraint n_check check (at is not null or p > 0));
      create index on $s.n (lower(tags[1])) where p > 0; alter table $s.n enable row level security;
      grant select on $s.n to anon; grant update (p) on $s.n to anon; comment on table $s.n is 'x'`,
    table: 'n',
    why: 'added',
  },
  { name: 'a table that goes', change: 'drop table $s.t', why: 'removed' },
  { name: 'a comment', change: "comment on table $s.t is 'x'", why: 'comment' },
  {
    name: 'a column of an enum',
    before: "create type $s.e as enum ('a');",
    change: 'alter table $s.t add c $s.e',
    why: 'column c: added',
  },
  { name: 'a wider type', change: 'alter table $s.t alter b type bigint', why: 'column b: type' },
  {
    name: 'a default and a required column',
    change: "alter table $s.t alter a set default 'x', alter a set not null",
    why: 'column a: default, column a: notNull',
  },
  {
    name: 'what a foreign key does',
    before: reference,
    change:
      'alter table $s.t drop constraint fk, add constraint fk foreign key (b) references $s.p on delete cascade',
    why: 'constraint fk: definition',
  },
  {
    name: 'an index',
    change: 'create unique index i on $s.t (a desc, b) include (b)',
    why: 'index i: added',
  },
  {
    name: 'a column beside rights, policies, row security and triggers',
    change:
      'alter table $s.t add c text; grant select (c) on $s.t to anon; alter table $s.t enable row level security; create policy p on $s.t using (true)',
    why: 'column c: added',
  },
]

const own: readonly Omit<Edit, 'by'>[] = [
  { name: 'rights alone', change: 'grant select on $s.t to anon', why: 'rights' },
  {
    name: 'fillfactor',
    change: 'alter table $s.t set (fillfactor = 70); alter table $s.t add c text',
    why: 'options',
  },
  { name: 'unlogged', change: 'alter table $s.t set unlogged, add c text', why: 'persistence' },
  {
    name: 'an unlogged new table',
    change: 'create unlogged table $s.n (id integer)',
    table: 'n',
    why: 'persistence',
  },
  {
    name: 'replica identity',
    change: 'alter table $s.t replica identity full',
    why: 'replicaIdentity',
  },
  {
    name: 'a new partitioned table',
    change: 'create table $s.n (id integer) partition by list (id)',
    table: 'n',
    why: 'partitionKey, it is partitioned',
  },
  {
    name: 'a column of a partitioned table',
    before: 'create table $s.n (id integer) partition by list (id);',
    change: 'alter table $s.n add c text',
    table: 'n',
    why: 'it is partitioned',
  },
  {
    name: 'a column of a table that others inherit from',
    before: 'create table $s.child () inherits ($s.t);',
    change: 'alter table $s.t add c text',
    why: 'other tables inherit from it',
  },
  {
    name: 'a column that a key of foreign keys includes',
    before:
      'create table $s.n (id integer, c integer); create unique index i on $s.n (id) include (c); create table $s.o (id integer references $s.n (id));',
    change: `drop table $s.o; drop index $s.i; alter table $s.n alter c type bigint;
      create unique index i on $s.n (id) include (c); create table $s.o (id integer references $s.n (id))`,
    table: 'n',
    why: 'column c: a key or an index goes while its type changes',
  },
  {
    name: 'identity added',
    change: 'alter table $s.t alter id add generated always as identity',
    why: 'column id: identity',
  },
  {
    name: 'an identity with options',
    change: 'create table $s.n (id integer generated always as identity (start 5))',
    table: 'n',
    why: 'column id: its identity has options',
  },
  {
    name: 'an identity with a sequence of another name',
    change: 'create table $s.n (id integer generated always as identity (sequence name $s.other))',
    table: 'n',
    why: 'column id: its identity has options',
  },
  {
    name: 'serial',
    change: 'create table $s.n (id serial)',
    table: 'n',
    why: 'it needs sequence $s.n_id_seq, which changes, too, column id: its default uses a sequence',
  },
  {
    name: 'a computed column',
    change: 'alter table $s.t add c integer generated always as (b + 1) stored',
    why: 'column c: generated',
  },
  {
    name: 'a type that needs a conversion',
    change: 'alter table $s.t alter a type integer using 1',
    why: 'column a: its values need a conversion',
  },
  {
    name: 'a type below a default',
    before: 'alter table $s.t alter b set default 1;',
    change: 'alter table $s.t alter b type bigint',
    why: 'column b: its type changes below a default',
  },
  {
    name: 'a collation',
    change: 'alter table $s.t alter a type text collate "C"',
    why: 'column a: collation',
  },
  {
    name: 'storage of a new column',
    change: 'alter table $s.t add c text; alter table $s.t alter c set storage external',
    why: 'column c: storage',
  },
  {
    name: 'a domain',
    before: 'create domain $s.d as text;',
    change: 'alter table $s.t add c $s.d',
    why: 'column c: its type is not a common one',
  },
  {
    name: 'an enum that is new too',
    change: "create type $s.e as enum ('a'); alter table $s.t add c $s.e",
    why: 'it needs enum $s.e, which changes, too',
  },
  {
    name: 'a function that changes too',
    before: "create function $s.f() returns text language sql as $$ select 'a' $$;",
    change:
      "create or replace function $s.f() returns text language sql as $$ select 'b' $$; alter table $s.t alter a set default $s.f()",
    why: 'it needs function $s.f(), which changes, too',
  },
  {
    name: 'a check without a column',
    change: 'alter table $s.t add constraint c check (1 > 0)',
    why: 'constraint c: it has no column',
  },
  {
    name: 'a check that is not inherited',
    change: 'alter table $s.t add constraint c check (b > 0) no inherit',
    why: 'constraint c: its definition has more than Atlas reads',
  },
  {
    name: 'not valid',
    change: 'alter table $s.t add constraint c check (b > 0) not valid',
    why: 'constraint c: validated, constraint c: its definition has more than Atlas reads',
  },
  {
    name: 'deferrable',
    before: reference,
    change: 'alter table $s.t alter constraint fk deferrable',
    why: 'constraint fk: deferrable, constraint fk: its definition has more than Atlas reads',
  },
  {
    name: 'match full',
    change: reference.replace('references $s.p', 'references $s.p match full'),
    why: 'constraint fk: its definition has more than Atlas reads',
  },
  {
    name: 'match full no more',
    before: reference.replace('references $s.p', 'references $s.p match full'),
    change:
      'alter table $s.t drop constraint fk, add constraint fk foreign key (b) references $s.p',
    why: 'constraint fk: its definition has more than Atlas reads',
  },
  {
    name: 'another target',
    before: `${reference} create table $s.q (id integer primary key);`,
    change:
      'alter table $s.t drop constraint fk, add constraint fk foreign key (b) references $s.q',
    why: 'constraint fk: it refers to another table',
  },
  {
    name: 'a unique index that becomes a constraint',
    before: 'create unique index k on $s.t (a);',
    change: 'drop index $s.k; alter table $s.t add constraint k unique (a)',
    why: 'constraint k: an index becomes a constraint, or a constraint an index',
  },
  {
    name: 'an exclusion',
    change: 'alter table $s.t add constraint x exclude using gist (int4range(b, b) with &&)',
    why: 'constraint x: its definition has more than Atlas reads',
  },
  {
    name: 'another primary key',
    change: 'alter table $s.t drop constraint t_pkey, add constraint other primary key (a)',
    why: 'constraint other: a primary key changes',
  },
  {
    name: 'another name of the primary key',
    change: 'alter table $s.t rename constraint t_pkey to other',
    why: 'only the name of a key, a check or an index differs, constraint other: a primary key changes',
  },
  {
    name: 'an index with a collation',
    change: 'create index i on $s.t (a collate "C")',
    why: 'index i: its definition has more than Atlas reads',
  },
  {
    name: 'an index with options',
    change: 'create index i on $s.t (a) with (fillfactor = 70)',
    why: 'index i: options, index i: its definition has more than Atlas reads',
  },
  {
    name: 'a name with a double quote',
    change: 'alter table $s.t add "a""b" text',
    why: 'a name on it contains a double quote',
  },
  { name: 'no columns', change: 'create table $s.n ()', table: 'n', why: 'it has no columns' },
  {
    name: 'two keys over the same columns',
    change: 'create table $s.n (id integer primary key); alter table $s.n add unique (id)',
    table: 'n',
    why: 'two of its keys have the same columns',
  },
  {
    name: 'a foreign key to one of two keys over the same columns',
    before: 'alter table $s.t add constraint other unique (id);',
    change: 'create table $s.n (id integer, foreign key (id) references $s.t)',
    table: 'n',
    why: 'it refers to one of two keys over the same columns',
  },
]

const edits: readonly Edit[] = [
  ...atlas.map((edit) => ({ ...edit, by: 'atlas' as const })),
  ...own.map((edit) => ({ ...edit, by: 'own' as const })),
]

const before = useDatabase({ kind: 'empty' })
const after = useDatabase({ kind: 'empty' })
let routes: readonly Route[] = []

const schemaOf = (edit: Edit): string => `edit_${String(edits.indexOf(edit)).padStart(2, '0')}`

beforeAll(async () => {
  for (const edit of edits) {
    const named = (text: string): string => text.replaceAll('$s', schemaOf(edit))
    const ground =
      'create schema $s; create table $s.t (id integer primary key, a text, b integer);'
    await before.text(named(`${ground} ${edit.before ?? ''}`))
    await after.text(named(`${ground} ${edit.before ?? ''} ${edit.change};`))
  }
  const [from, to] = await Promise.all([readCatalog(before.owner), readCatalog(after.owner)])
  routes = routeTables({ from, to })
})

describe('a table is planned by Atlas only where nothing speaks against it', () => {
  test.each(edits)('$by: $name', (edit) => {
    const schema = schemaOf(edit)
    const table = `table ${schema}.${edit.table ?? 't'}`
    expect(routes.find((route) => route.table === table)).toEqual({
      table,
      by: edit.by,
      why: edit.why.replaceAll('$s', schema),
    })
  })
})

test('a table whose schema goes is not for Atlas', async () => {
  const [from, to] = await Promise.all([readCatalog(before.owner), readCatalog(after.owner)])
  const gone = [...to.objects].filter(([, { schema }]) => schema !== 'edit_00')
  const all = routeTables({ from, to: { ...to, objects: new Map(gone) } })
  expect(all.filter(({ table }) => table.startsWith('table edit_00.'))).toEqual([
    { table: 'table edit_00.t', by: 'own', why: 'its schema is dropped, too' },
  ])
})

describe('the table of who plans what', () => {
  test('has every attribute of the kinds that are shared out', async () => {
    const { objects } = await readCatalog(after.owner)
    const known = new Set(listAssignments().map(({ kind, attribute }) => `${kind} ${attribute}`))
    const read = [...objects.values()]
      .filter(({ kind }) => factsOf(kind).atlas !== undefined)
      .flatMap(({ kind, attributes }) => Object.keys(attributes).map((name) => `${kind} ${name}`))
    expect(new Set(read).size).toBeGreaterThan(40)
    expect([...new Set(read)].filter((name) => !known.has(name))).toEqual([])
    const real = new Set([
      ...read,
      ...[...known].filter((name) => /\*$|added$|removed$/.test(name)),
    ])
    expect([...known].filter((name) => !real.has(name))).toEqual([])
  })

  test('names every kind, and nobody for those that no rule plans', () => {
    const assignments = listAssignments()
    expect(new Set(assignments.map(({ kind }) => kind))).toEqual(new Set(kinds))
    const left = assignments.filter(({ by }) => by === 'nobody').map(({ kind }) => kind)
    expect(left).toEqual(kinds.filter((kind) => !isPlannedKind(kind)))
  })
})
