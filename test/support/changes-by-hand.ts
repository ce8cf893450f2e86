/** Something of each kind; in `private`, where nobody has rights by default. */
export const more = `create schema private;
create type private.mood as enum ('calm', 'angry');
create domain private.word as text;
create type private.pair as (a integer, b text);
create sequence private.numbers;
create table private.pets (
  id bigint generated always as identity,
  name text default 'nameless',
  age integer,
  constraint pets_pkey primary key (id),
  constraint pets_age check (age > 0)
);
create index pets_name on private.pets (name);
create view private.names with (security_invoker = true) as select pets.name from private.pets;
create function private.one() returns integer language sql set search_path = '' as 'select 1';
create function private.touch() returns trigger language plpgsql as 'begin return new; end';
create trigger touched before update on private.pets for each row execute function private.touch();
alter table private.pets enable row level security;
create policy own on private.pets for select to authenticated using (age > 1);
grant select, insert (name) on private.pets to authenticated;
alter publication supabase_realtime add table private.pets;
create table private.parted (a integer, b text) partition by list (a);
create table private.part partition of private.parted for values in (1);
create trigger touched before update on private.parted for each row execute function private.touch();
`

export interface Change {
  readonly part: string
  readonly change: string
  /** How verify tells of it: the kind of object, then what is missing, not expected or different. */
  readonly told: readonly string[]
}

/** What people change by hand in each part of a database. */
export const changes: readonly Change[] = [
  {
    part: 'types',
    change: "alter type private.mood add value 'glad'",
    told: ['enums: private.mood expected: labels: calm, angry found: labels: calm, angry, glad'],
  },
  {
    part: 'types',
    change: 'alter domain private.word set not null',
    told: ['domains: private.word expected: not null: no found: not null: yes'],
  },
  {
    part: 'types',
    change: 'alter type private.pair add attribute c date',
    told: [
      'composites: private.pair expected: fields: name a, type integer; name b, type text found: fields: name a, type integer; name b, type text; name c, type date',
    ],
  },
  {
    part: 'types',
    change: 'create type private.span as range (subtype = integer)',
    told: [
      'ranges: not expected: private.span: owner: supabase_admin, subtype: integer, operator class: pg_catalog.int4_ops, multirange: private.span_multirange',
      'rights: not expected: range private.span to public: usage',
    ],
  },
  {
    part: 'tables',
    change: 'alter view private.names reset (security_invoker)',
    told: ['views: private.names expected: options: security_invoker=true found: options: none'],
  },
  {
    part: 'tables',
    change: 'alter table private.pets replica identity full',
    told: [
      'tables: private.pets expected: replica identity: default found: replica identity: full',
    ],
  },
  {
    part: 'tables',
    change: 'create table private.extra ()',
    told: [
      'tables: not expected: private.extra: owner: supabase_admin, persistence: permanent, row security: off, replica identity: default, access method: heap',
    ],
  },
  {
    part: 'columns',
    change: 'alter table private.pets alter column name drop default',
    told: ["columns: private.pets.name expected: default: 'nameless'::text found: default: none"],
  },
  {
    part: 'columns',
    change: 'alter table private.pets add column note text not null',
    told: ['columns: not expected: private.pets.note: type: text, not null: yes, local: yes'],
  },
  {
    part: 'columns',
    change: 'alter table private.parted drop column b',
    told: [
      'columns: missing: private.parted.b: type: text, local: yes',
      'columns: missing: private.part.b: type: text, inherited: yes',
    ],
  },
  {
    part: 'sequences',
    change: 'alter sequence private.numbers increment by 2',
    told: ['sequences: private.numbers expected: increment: 1 found: increment: 2'],
  },
  {
    part: 'sequences',
    change: 'alter table private.pets alter column id set increment by 2',
    told: [
      'columns: private.pets.id expected: identity: always yes, start 1, increment 1, min 1, max 9223372036854775807, max is default yes, cache 1 found: identity: always yes, start 1, increment 2, min 1, max 9223372036854775807, max is default yes, cache 1',
    ],
  },
  {
    part: 'constraints',
    change: 'alter table private.pets drop constraint pets_age',
    told: ['constraints: missing: private.pets.pets_age: CHECK ((age > 0))'],
  },
  {
    part: 'constraints',
    change: "alter domain private.word add constraint filled check (value <> '')",
    told: ["domain constraints: not expected: private.word.filled: CHECK ((VALUE <> ''::text))"],
  },
  {
    part: 'indexes',
    change: 'drop index private.pets_name; create index pets_name on private.pets (name, age)',
    told: [
      'indexes: private.pets.pets_name expected: definition: CREATE INDEX pets_name ON private.pets USING btree (name) found: definition: CREATE INDEX pets_name ON private.pets USING btree (name, age)',
    ],
  },
  {
    part: 'row security',
    change: 'alter table private.parted enable row level security',
    told: ['tables: private.parted expected: row security: off found: row security: on'],
  },
  {
    part: 'policies',
    change: 'alter policy own on private.pets using (true)',
    told: ['policies: private.pets.own expected: using: (age > 1) found: using: true'],
  },
  {
    part: 'functions',
    change:
      "create or replace function private.one() returns integer language sql security definer as 'select 2'",
    told: [
      'functions: private.one() expected: security: invoker, config: search_path="", body: select 1 found: security: definer, config: none, body: select 2',
    ],
  },
  {
    part: 'functions',
    change: 'create aggregate private.total(integer) (sfunc = pg_catalog.int4pl, stype = integer)',
    told: [
      String.raw`aggregates: not expected: private.total(integer): CREATE AGGREGATE private.total(integer) (\n sfunc = int4pl,\n stype = integer\n)`,
      'rights: not expected: aggregate private.total(integer) to public: execute',
    ],
  },
  {
    part: 'functions',
    change: 'create extension citext with schema private',
    told: ['extensions: not expected: citext: schema: private'],
  },
  {
    part: 'triggers',
    change: 'alter table private.pets disable trigger touched',
    told: ['triggers: private.pets.touched expected: enabled: origin found: enabled: disabled'],
  },
  {
    part: 'triggers',
    change:
      'create trigger extra after insert on auth.users for each row execute function private.touch()',
    told: [
      'triggers: not expected: auth.users.extra: CREATE TRIGGER extra AFTER INSERT ON auth.users FOR EACH ROW EXECUTE FUNCTION private.touch()',
    ],
  },
  {
    part: 'rights',
    change: 'grant update on private.pets to authenticated',
    told: ['rights: table private.pets to authenticated expected: select found: select, update'],
  },
  {
    part: 'rights',
    change: 'grant select on private.names to anon with grant option',
    told: ['rights: not expected: view private.names to anon: select with grant option'],
  },
  {
    part: 'rights',
    change: 'revoke insert (name) on private.pets from authenticated',
    told: ['rights: missing: column private.pets.name to authenticated: insert'],
  },
  {
    part: 'rights',
    change: 'grant usage on schema private to anon',
    told: ['rights: not expected: schema private to anon: usage'],
  },
  {
    part: 'rights',
    change: 'grant usage on sequence private.numbers to anon',
    told: ['rights: not expected: sequence private.numbers to anon: usage'],
  },
  {
    part: 'rights',
    change: 'revoke execute on function private.one() from public',
    told: ['rights: missing: function private.one() to public: execute'],
  },
  {
    part: 'publications',
    change: 'alter publication supabase_realtime set table private.pets (id), public.notes',
    told: [
      'publication members: not expected: supabase_realtime: public.notes: publication: supabase_realtime, table: public.notes',
      'publication members: supabase_realtime: private.pets expected: columns: none found: columns: id',
    ],
  },
  {
    part: 'publications',
    change: 'create publication extra for all tables',
    told: [
      'publications: not expected: extra: owner: supabase_admin, all tables: yes, publish: insert, update, delete, truncate',
    ],
  },
]
