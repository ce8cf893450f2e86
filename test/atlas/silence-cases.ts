/** What comes of Atlas's own plan for an edit, when nobody else has a say. */
export type Alone =
  /** It plans no statement, as if nothing had changed. */
  | 'nothing'
  /** Its statements run and do not lead there. */
  | 'wrong'
  /** Its statements lead there, and values that were there are not. */
  | 'loses'
  /** PostgreSQL refuses its statements. */
  | 'invalid'
  /** It plans nothing at all for any table: it stops with an error. */
  | 'stops'
  /** Its statements lead there: a control of this control. */
  | 'right'

/**
 * An edit of a database. In every text, `$s` is a schema of the case's own, with the table `$s.t (id, a, b)` and a
 * row in it.
 */
export interface SilenceCase {
  readonly kind: string
  /** What happens to it. */
  readonly edit: string
  /** What is there before. */
  readonly before?: string
  readonly change: string
  readonly alone: Alone
  /** What our planner makes of it: planned and proved in both directions, unless it says by name that it cannot. */
  readonly ours?: 'refused'
  /** Who plans it in our plan, unless own rules do. */
  readonly by?: 'atlas'
}

const trigger = `
  create function $s.touch() returns trigger language plpgsql as 'begin return new; end';
  create trigger touch before update on $s.t for each row execute function $s.touch();`
const one = 'create function $s.one() returns integer language sql as $$ select 1 $$;'
const view = 'create view $s.seen as select t.id, t.a from $s.t;'
const policy = 'create policy own on $s.t for select to anon using (id > 0);'
const mood = "create type $s.mood as enum ('bad', 'good');"
const short = 'create domain $s.short as text;'
const parent =
  'create table $s.parent (id integer primary key, more text unique); insert into $s.parent values (1);'

/** For each kind of object, edits that a person makes. */
export const silenceCases: readonly SilenceCase[] = [
  // what Atlas is for
  {
    kind: 'table',
    edit: 'added',
    change: 'create table $s.more (id integer primary key);',
    alone: 'right',
    by: 'atlas',
  },
  { kind: 'table', edit: 'dropped', change: 'drop table $s.t;', alone: 'right', by: 'atlas' },
  {
    kind: 'table',
    edit: 'comment',
    change: "comment on table $s.t is 'x';",
    alone: 'right',
    by: 'atlas',
  },
  {
    kind: 'column',
    edit: 'added',
    change: 'alter table $s.t add c text;',
    alone: 'right',
    by: 'atlas',
  },
  {
    kind: 'column',
    edit: 'dropped',
    change: 'alter table $s.t drop a;',
    alone: 'right',
    by: 'atlas',
  },
  {
    kind: 'column',
    edit: 'not null',
    change: 'alter table $s.t alter a set not null;',
    alone: 'right',
    by: 'atlas',
  },
  {
    kind: 'column',
    edit: 'default',
    change: "alter table $s.t alter a set default 'x';",
    alone: 'right',
    by: 'atlas',
  },
  {
    kind: 'column',
    edit: 'comment',
    change: "comment on column $s.t.a is 'it''s';",
    alone: 'right',
    by: 'atlas',
  },
  {
    kind: 'check',
    edit: 'added',
    change: 'alter table $s.t add constraint t_b_check check (b > 0);',
    alone: 'right',
    by: 'atlas',
  },
  {
    kind: 'index',
    edit: 'added',
    change: 'create index t_a_idx on $s.t (a) where b > 0;',
    alone: 'right',
    by: 'atlas',
  },
  {
    kind: 'foreign key',
    edit: 'added',
    before: parent,
    change: 'alter table $s.t add constraint t_b_fkey foreign key (b) references $s.parent (id);',
    alone: 'right',
    by: 'atlas',
  },
  {
    kind: 'unique key',
    edit: 'added',
    change: 'alter table $s.t add constraint t_a_key unique (a);',
    alone: 'right',
    by: 'atlas',
  },
  { kind: 'enum', edit: 'added', change: mood, alone: 'right' },
  {
    kind: 'enum',
    edit: 'label added',
    before: mood,
    change: "alter type $s.mood add value 'better';",
    alone: 'right',
  },

  // tables, where it is silent or wrong
  {
    kind: 'table',
    edit: 'renamed',
    change: 'alter table $s.t rename to other;',
    alone: 'wrong',
    by: 'atlas',
  },
  { kind: 'table', edit: 'unlogged', change: 'alter table $s.t set unlogged;', alone: 'nothing' },
  {
    kind: 'table',
    edit: 'storage parameter',
    change: 'alter table $s.t set (fillfactor = 70);',
    alone: 'nothing',
  },
  {
    kind: 'table',
    edit: 'replica identity',
    change: 'alter table $s.t replica identity full;',
    alone: 'nothing',
  },
  { kind: 'table', edit: 'owner', change: 'alter table $s.t owner to anon;', alone: 'nothing' },
  {
    kind: 'table',
    edit: 'inheritance',
    before: 'create table $s.base (id integer not null);',
    change: 'alter table $s.t inherit $s.base;',
    alone: 'nothing',
  },
  {
    kind: 'partition',
    edit: 'added',
    before: 'create table $s.parts (id integer) partition by list (id);',
    change: 'create table $s.part partition of $s.parts for values in (1);',
    alone: 'nothing',
  },
  {
    kind: 'partition key',
    edit: 'changed',
    before: 'create table $s.parts (id integer, b integer) partition by list (id);',
    change:
      'drop table $s.parts; create table $s.parts (id integer, b integer) partition by list (b);',
    alone: 'stops',
    ours: 'refused',
  },
  {
    kind: 'column',
    edit: 'renamed',
    change: 'alter table $s.t rename a to aa;',
    alone: 'loses',
    by: 'atlas',
  },
  {
    kind: 'column',
    edit: 'type that needs USING',
    change: 'alter table $s.t alter a type integer using a::integer;',
    alone: 'invalid',
  },
  {
    kind: 'column',
    edit: 'domain instead of its type',
    before: `${short} create domain $s.long as text; alter table $s.t add c $s.short;`,
    change: 'alter table $s.t alter c type $s.long;',
    alone: 'nothing',
  },
  {
    kind: 'column',
    edit: 'collation',
    change: 'alter table $s.t alter a type text collate "C";',
    alone: 'nothing',
  },
  {
    kind: 'column',
    edit: 'storage',
    change: 'alter table $s.t alter a set storage external;',
    alone: 'nothing',
  },
  {
    kind: 'column',
    edit: 'statistics',
    change: 'alter table $s.t alter a set statistics 500;',
    alone: 'nothing',
  },
  {
    kind: 'identity',
    edit: 'added',
    change: 'alter table $s.t alter id add generated always as identity;',
    alone: 'stops',
  },
  {
    kind: 'identity',
    edit: 'dropped',
    before: 'alter table $s.t alter id add generated always as identity;',
    change: 'alter table $s.t alter id drop identity;',
    alone: 'stops',
  },
  {
    kind: 'generated column',
    edit: 'expression',
    before: 'alter table $s.t add c integer generated always as (b + 1) stored;',
    change: 'alter table $s.t drop c, add c integer generated always as (b + 2) stored;',
    alone: 'stops',
  },
  {
    kind: 'check',
    edit: 'without a column',
    change: 'alter table $s.t add constraint never check (1 > 0);',
    alone: 'nothing',
  },
  {
    kind: 'check',
    edit: 'not valid',
    before: 'alter table $s.t add constraint t_b_check check (b > 0) not valid;',
    change: 'alter table $s.t validate constraint t_b_check;',
    alone: 'nothing',
  },
  {
    kind: 'foreign key',
    edit: 'deferrable',
    before: `${parent} alter table $s.t add constraint t_b_fkey foreign key (b) references $s.parent;`,
    change: 'alter table $s.t alter constraint t_b_fkey deferrable;',
    alone: 'nothing',
  },
  {
    kind: 'foreign key',
    edit: 'match',
    before: `${parent} alter table $s.t add constraint t_b_fkey foreign key (b) references $s.parent;`,
    change:
      'alter table $s.t drop constraint t_b_fkey, add constraint t_b_fkey foreign key (b) references $s.parent match full;',
    alone: 'nothing',
  },
  {
    kind: 'foreign key',
    edit: 'not valid',
    before: parent,
    change:
      'alter table $s.t add constraint t_b_fkey foreign key (b) references $s.parent not valid;',
    alone: 'wrong',
  },
  {
    kind: 'unique key',
    edit: 'instead of a unique index',
    before: 'create unique index t_a_key on $s.t (a);',
    change: 'drop index $s.t_a_key; alter table $s.t add constraint t_a_key unique (a);',
    alone: 'nothing',
  },
  {
    kind: 'exclusion',
    edit: 'operator',
    before: 'alter table $s.t add constraint apart exclude using gist (int4range(b, b) with &&);',
    change:
      'alter table $s.t drop constraint apart, add constraint apart exclude using gist (int4range(b, b) with =);',
    alone: 'nothing',
  },
  {
    kind: 'index',
    edit: 'cluster',
    before: 'create index t_a_idx on $s.t (a);',
    change: 'alter table $s.t cluster on t_a_idx;',
    alone: 'nothing',
  },
  {
    kind: 'column',
    edit: 'type below a view',
    before: view,
    change:
      'drop view $s.seen; alter table $s.t alter a type varchar(20); create view $s.seen as select t.id, t.a from $s.t;',
    alone: 'invalid',
  },
  {
    kind: 'enum',
    edit: 'last label removed',
    before: mood,
    change: "drop type $s.mood; create type $s.mood as enum ('bad');",
    alone: 'nothing',
  },
  {
    kind: 'enum',
    edit: 'other label removed',
    before: mood,
    change: "drop type $s.mood; create type $s.mood as enum ('good');",
    alone: 'stops',
  },
  {
    kind: 'enum',
    edit: 'label renamed',
    before: mood,
    change: "alter type $s.mood rename value 'bad' to 'poor';",
    alone: 'stops',
  },
  {
    kind: 'enum',
    edit: 'comment',
    before: mood,
    change: "comment on type $s.mood is 'x';",
    alone: 'nothing',
  },

  // what it does not know
  { kind: 'schema', edit: 'right', change: 'grant usage on schema $s to anon;', alone: 'nothing' },
  { kind: 'schema', edit: 'owner', change: 'alter schema $s owner to postgres;', alone: 'nothing' },
  { kind: 'domain', edit: 'added', change: short, alone: 'nothing' },
  {
    kind: 'domain',
    edit: 'check',
    before: short,
    change: 'alter domain $s.short add constraint short_check check (length(value) < 9);',
    alone: 'nothing',
  },
  {
    kind: 'composite type',
    edit: 'added',
    change: 'create type $s.pair as (a integer, b text);',
    alone: 'nothing',
  },
  {
    kind: 'range type',
    edit: 'added',
    change: 'create type $s.span as range (subtype = text);',
    alone: 'nothing',
  },
  { kind: 'sequence', edit: 'added', change: 'create sequence $s.counter;', alone: 'nothing' },
  {
    kind: 'sequence',
    edit: 'increment',
    before: 'create sequence $s.counter;',
    change: 'alter sequence $s.counter increment 5;',
    alone: 'nothing',
  },
  { kind: 'view', edit: 'added', change: view, alone: 'nothing' },
  {
    kind: 'view',
    edit: 'query',
    before: view,
    change: 'create or replace view $s.seen as select t.id, t.a from $s.t where t.id > 0;',
    alone: 'nothing',
  },
  {
    kind: 'view',
    edit: 'security_invoker',
    before: view,
    change: 'alter view $s.seen set (security_invoker = true);',
    alone: 'nothing',
  },
  {
    kind: 'view',
    edit: 'comment',
    before: view,
    change: "comment on view $s.seen is 'x';",
    alone: 'nothing',
  },
  {
    kind: 'materialized view',
    edit: 'added',
    change: 'create materialized view $s.kept as select t.id from $s.t;',
    alone: 'nothing',
  },
  { kind: 'function', edit: 'added', change: one, alone: 'nothing' },
  {
    kind: 'function',
    edit: 'body',
    before: one,
    change: 'create or replace function $s.one() returns integer language sql as $$ select 2 $$;',
    alone: 'nothing',
  },
  {
    kind: 'function',
    edit: 'security definer',
    before: one,
    change: "alter function $s.one() security definer set search_path = '';",
    alone: 'nothing',
  },
  {
    kind: 'function',
    edit: 'comment',
    before: one,
    change: "comment on function $s.one() is 'x';",
    alone: 'nothing',
  },
  {
    kind: 'function',
    edit: 'right',
    before: one,
    change: 'revoke execute on function $s.one() from public;',
    alone: 'nothing',
  },
  {
    kind: 'procedure',
    edit: 'added',
    change: 'create procedure $s.act() language sql as $$ select 1 $$;',
    alone: 'nothing',
  },
  {
    kind: 'aggregate',
    edit: 'added',
    change: 'create aggregate $s.total(integer) (sfunc = int4pl, stype = integer);',
    alone: 'nothing',
  },
  { kind: 'trigger', edit: 'added', change: trigger, alone: 'nothing' },
  {
    kind: 'trigger',
    edit: 'disabled',
    before: trigger,
    change: 'alter table $s.t disable trigger touch;',
    alone: 'nothing',
  },
  {
    kind: 'trigger',
    edit: 'comment',
    before: trigger,
    change: "comment on trigger touch on $s.t is 'x';",
    alone: 'nothing',
  },
  {
    kind: 'rule',
    edit: 'added',
    change: 'create rule quiet as on delete to $s.t do instead nothing;',
    alone: 'nothing',
  },
  {
    kind: 'row security',
    edit: 'on',
    change: 'alter table $s.t enable row level security;',
    alone: 'nothing',
  },
  {
    kind: 'row security',
    edit: 'forced',
    change: 'alter table $s.t force row level security;',
    alone: 'nothing',
  },
  { kind: 'policy', edit: 'added', change: policy, alone: 'nothing' },
  {
    kind: 'policy',
    edit: 'condition',
    before: policy,
    change: 'alter policy own on $s.t using (true);',
    alone: 'nothing',
  },
  {
    kind: 'policy',
    edit: 'comment',
    before: policy,
    change: "comment on policy own on $s.t is 'x';",
    alone: 'nothing',
  },
  { kind: 'right', edit: 'on a table', change: 'grant select on $s.t to anon;', alone: 'nothing' },
  {
    kind: 'right',
    edit: 'on a column',
    change: 'grant update (a) on $s.t to anon;',
    alone: 'nothing',
  },
  {
    kind: 'right',
    edit: 'on a sequence',
    before: 'create sequence $s.counter;',
    change: 'grant usage on sequence $s.counter to anon;',
    alone: 'nothing',
  },
  {
    kind: 'default privileges',
    edit: 'of a schema',
    change:
      'alter default privileges for role postgres in schema $s grant select on tables to anon;',
    alone: 'nothing',
  },
  {
    kind: 'publication',
    edit: 'added',
    change: 'create publication $s_pub; alter publication $s_pub owner to postgres;',
    alone: 'nothing',
  },
  {
    kind: 'publication member',
    edit: 'added',
    before: 'create publication $s_pub;',
    change: 'alter publication $s_pub add table $s.t;',
    alone: 'nothing',
  },
  {
    kind: 'publication member',
    edit: 'row filter',
    before: 'create publication $s_pub for table $s.t;',
    change: 'alter publication $s_pub set table $s.t where (id > 0);',
    alone: 'nothing',
  },
  {
    kind: 'statistics object',
    edit: 'added',
    change: 'create statistics $s.both on a, b from $s.t;',
    alone: 'nothing',
  },
  {
    kind: 'event trigger',
    edit: 'added',
    before: 'create function $s.seen() returns event_trigger language plpgsql as $$ begin end $$;',
    change:
      'create event trigger $s_seen on ddl_command_end execute function $s.seen(); alter event trigger $s_seen disable;',
    alone: 'nothing',
  },
  {
    kind: 'cast',
    edit: 'added',
    before:
      "create type $s.pair as (a integer); create function $s.text(value $s.pair) returns text language sql immutable as $$ select '' $$;",
    change: 'create cast ($s.pair as text) with function $s.text($s.pair);',
    alone: 'nothing',
  },
  {
    kind: 'operator',
    edit: 'added',
    before: one.replace('one()', 'near(integer, integer)'),
    change: 'create operator $s.~~~ (function = $s.near, leftarg = integer, rightarg = integer);',
    alone: 'nothing',
  },
  {
    kind: 'collation',
    edit: 'added',
    change: "create collation $s.plain (locale = 'C');",
    alone: 'nothing',
  },
  {
    kind: 'text search configuration',
    edit: 'added',
    change: 'create text search configuration $s.words (copy = pg_catalog.simple);',
    alone: 'nothing',
  },
  {
    kind: 'foreign table',
    edit: 'added',
    before:
      'create foreign data wrapper $s_wrapper; create server $s_server foreign data wrapper $s_wrapper;',
    change: 'create foreign table $s.far (id integer) server $s_server;',
    alone: 'nothing',
  },
]
