/** A small database in which most sorts of objects with rows occur. */
export const schema = `
create type public.mood as enum ('bad', 'fair', 'good');
create domain public.small as integer constraint small_check check (value < 1000);
create type public.place as (city text, zip text);
create table public.parents (id integer primary key, code text, n integer);
create table public.children (
  id integer primary key,
  parent_id integer references public.parents on delete cascade,
  friend_id integer references public.parents on delete set null,
  mood public.mood,
  price numeric,
  title text,
  big bigint,
  at timestamptz,
  size public.small,
  home public.place
);
create table public.lone (id integer primary key, a integer, b integer, span int4range);
create table public.heirs (extra text, primary key (id)) inherits (public.lone);
create table public.parts (id integer not null, k integer, note text) partition by list (k);
create table public.parts_1 partition of public.parts for values in (1);
create table public.parts_rest partition of public.parts default;
create table public.aside (id integer not null, k integer, note text);
create table public.ranges (id integer not null, k integer) partition by range (k);
create table public.beside (id integer not null, k integer);
create schema other;
create table other.things (id integer primary key, note text);
create function public.shout(text) returns text language sql immutable as 'select upper($1)';
create function public.wipe() returns void language sql volatile as 'delete from public.lone';
`

/** The tables whose rows are watched. */
export const tables = [
  'public.parents',
  'public.children',
  'public.lone',
  'public.heirs',
  'public.parts_1',
  'public.parts_rest',
  'public.aside',
  'public.beside',
  'other.things',
] as const

/** Statements of every sort that loses rows or values, or fails on rows. */
export const statements: readonly string[] = [
  'drop table public.children',
  'drop table public.parents cascade',
  'drop table public.lone cascade',
  'drop table public.lone',
  'drop table public.parts',
  'drop table if exists public.parts_1, public.aside',
  'drop schema other cascade',
  'drop type public.mood cascade',
  'drop type public.place cascade',
  'drop domain public.small cascade',
  'drop owned by current_user cascade',
  'truncate public.children',
  'truncate public.parents cascade',
  'truncate public.lone',
  'truncate only public.lone',
  'truncate public.parts',
  'alter table public.children drop column mood',
  'alter table public.lone drop column a',
  'alter table only public.lone drop column b',
  'alter table public.parents drop column code, drop column if exists nothing',
  'alter table public.parts drop column note',
  'alter type public.place drop attribute zip',
  'alter table public.children alter column title type varchar(3)',
  'alter table public.children alter column title type char(4)',
  'alter table public.children alter column title type integer using length(title)',
  'alter table public.children alter column title type integer using title::integer',
  'alter table public.children alter column title type public.mood using title::public.mood',
  'alter table public.children alter column title type text using public.shout(title)',
  'alter table public.children alter column title type jsonb using to_jsonb(title)',
  'alter table public.children alter column big type integer',
  'alter table public.children alter column big type smallint',
  'alter table public.children alter column big type numeric(4, 1)',
  'alter table public.children alter column big type bit(8) using case when big >> 8 = 0 then big::bit(8) else big::bit(64) end',
  'alter table public.lone alter column b type bit(3) using case when b >> 3 = 0 then b::bit(3) else b::bit(32) end',
  'alter table public.children alter column price type numeric(4, 1)',
  'alter table public.children alter column price type integer',
  'alter table public.children alter column price type real',
  'alter table public.children alter column at type date',
  'alter table public.children alter column at type timestamptz(0)',
  'alter table public.children alter column mood type text',
  'alter table public.children alter column size type integer',
  'alter table public.children alter column title type integer using length(title), alter column mood type text using title',
  'alter table public.children alter column big type integer using length(title), alter column title type integer using big::integer',
  'alter table public.lone alter column b type text using b::text, alter column a type integer using a + b',
  'alter table public.lone alter column b type smallint, alter column a type integer using a / b, alter column b set not null',
  'alter table public.lone drop column b, alter column a type text using a::text, add constraint a_text check (a > 1::text)',
  'alter table public.parents alter column n type text using code, alter column code type integer using n',
  'alter table public.parents add constraint n_check check (n > 2), alter column n type bigint using n + 1',
  'alter table public.lone alter column a type smallint',
  'alter table public.lone alter column a type text using null',
  'alter table public.parents alter column n type public.small',
  'alter table public.parents alter column n set not null',
  'alter table public.children alter column mood set not null, alter column price set not null',
  'alter table public.lone alter column a set not null',
  'alter table public.parts alter column note set not null',
  'alter table public.parents add column x integer not null',
  'alter table public.parents add column x integer not null default 5, add constraint x_check check (x > 5)',
  'alter table public.parents add column x integer unique default 5',
  'alter table public.parents add column x integer default 7, add constraint x_check check (x > n)',
  'alter table public.parents add column x integer, add constraint x_check check (x > 5)',
  'alter table public.lone add column x integer not null',
  'alter table public.lone add column x bigserial not null',
  'alter table public.lone add column x integer generated always as (a + b) stored',
  'alter table public.parents add column x public.small not null',
  'alter table public.parents add constraint code_key unique (code)',
  'alter table public.parents add constraint code_key unique nulls not distinct (code)',
  'alter table public.lone add constraint a_key unique (a, b)',
  'alter table public.children drop constraint children_pkey, add primary key (size)',
  'create unique index on public.parents (code)',
  'create unique index on public.parents (lower(code), n) where n > 2',
  'create unique index on public.parents (code) include (n)',
  'create unique index code_index on public.parents (code); alter table public.parents add unique using index code_index',
  'create unique index on public.parts (k, note)',
  'alter table public.parents add constraint n_check check (n > 2)',
  'alter table public.parents add constraint n_check check (n > 2) not valid',
  'alter table public.parents add constraint n_check check (n > 2) not valid; alter table public.parents validate constraint n_check',
  'alter table public.parents add constraint n_check check (10 / n > 2)',
  'alter table public.lone add constraint a_check check (a > b)',
  'alter table public.lone add constraint a_check check (a > b) no inherit',
  'alter table public.parts add constraint k_check check (k < 3)',
  'alter table public.lone add constraint lone_fkey foreign key (a) references public.parents',
  'alter table public.lone add constraint lone_fkey foreign key (a) references public.parents (id) not valid',
  'alter table public.lone add constraint lone_fkey foreign key (a) references public.parents (id) not valid; alter table public.lone validate constraint lone_fkey',
  'create unique index on public.parents (id, n); alter table public.lone add constraint lone_fkey foreign key (a, b) references public.parents (id, n)',
  'create unique index on public.parents (id, n); alter table public.lone add constraint lone_fkey foreign key (a, b) references public.parents (id, n) match full',
  'alter table public.lone add constraint spans exclude using gist (span with &&)',
  'alter table public.parts attach partition public.aside for values in (2)',
  'alter table public.parts attach partition public.aside for values in (3, null)',
  'alter table public.parts detach partition public.parts_rest; alter table public.parts attach partition public.aside default',
  'alter table public.ranges attach partition public.beside for values from (1) to (3)',
  'alter table public.ranges attach partition public.beside for values from (minvalue) to (2)',
  'create table public.parts_2 partition of public.parts for values in (2)',
  'alter table public.parts detach partition public.parts_1',
  'alter domain public.small add constraint positive check (value > 1)',
  'alter domain public.small set not null',
  'delete from public.parents',
  'delete from public.parents where n > 2',
  'delete from public.children as c using public.parents as p where c.parent_id = p.id and p.n < 4',
  'delete from public.lone where a is null',
  'delete from only public.lone',
  'delete from public.parts where k = 1 returning id',
  'with old as (select id from public.lone) delete from public.lone where id in (select id from old)',
  'update public.parents set code = null',
  "update public.parents set code = 'c' || id where code is null",
  'update public.parents set n = id',
  'update public.parents as p set n = n + 1 where p.n > 1',
  'update public.lone set a = b, b = 5 where a is null',
  'update public.children set title = p.code from public.parents as p where p.id = parent_id',
  "insert into public.parents values (900, 'x', 1)",
  "insert into public.parents values (1, 'x', 1) on conflict (id) do update set code = 'y'",
  "insert into public.parents values (1, 'x', 1) on conflict do nothing",
  "merge into public.parents as t using public.lone as s on t.id = s.id when matched then update set code = 'm'",
  'alter table public.parents rename to elders',
  'alter table public.parents rename column n to age',
  'alter table public.children rename column title to heading',
  'alter table public.lone set schema other',
  'alter schema other rename to another',
  'alter type public.mood rename to feeling',
  "create type public.tone as enum ('bad', 'good'); alter table public.children alter column mood type public.tone using mood::text::public.tone",
  "alter table public.children alter column mood type text using mood::text; drop type public.mood; create type public.mood as enum ('good', 'fair'); alter table public.children alter column mood type public.mood using mood::public.mood",
  'do $$ begin perform 1; end $$',
  'do $$ begin delete from public.lone; end $$',
  "do $$ begin execute 'truncate public.parts'; end $$",
  'select public.wipe()',
  "select pg_catalog.set_config('search_path', 'public', true); truncate lone",
  'set search_path = other; drop table things',
  'create table public.copy as select * from public.lone; drop table public.copy',
  'create temporary table lone (id integer); drop table lone',
  'alter table public.heirs no inherit public.lone',
  'create or replace function public.shout(text) returns text language sql immutable as $f$ select $1 $f$',
]

/** A row's value of a small range, so that keys repeat and references miss. */
export function rowsBy(random: () => number): string {
  const some = (values: readonly string[]): string =>
    values[Math.floor(random() * values.length)] ?? 'null'
  const number = (): string => some(['1', '2', '3', '4', '5', 'null'])
  const text = (): string => some(["'a'", "'bad'", "'7'", "'a long one'", "'A'", "'abc '", 'null'])
  const few = (): number => Math.floor(random() * 4)
  const parents = few()
  const parent = (): string => (parents === 0 ? 'null' : some(['null', '1', String(parents)]))
  return [
    'truncate public.parents, public.children, public.lone, public.heirs, public.parts, public.aside, public.beside, other.things;',
    rows(parents, (id) => `insert into public.parents values (${id}, ${text()}, ${number()});`),
    rows(
      few(),
      (id) =>
        `insert into public.children values (${id}, ${parent()}, ${parent()}, ${some(["'bad'", "'good'", 'null'])}, ${some(['1.25', '99999', '3', 'null'])}, ${text()}, ${some(['1', '40000', '3000000000', 'null'])}, ${some(["'2024-05-06 07:08:09.5+00'", "'2024-05-06'", 'null'])}, ${number()}, ${some(["row('x', 'y')", 'null'])});`,
    ),
    rows(
      few(),
      (id) =>
        `insert into public.lone values (${id}, ${number()}, ${number()}, ${some(["'[1,3)'", "'[2,5)'", "'[7,9)'", 'null'])});`,
    ),
    rows(
      few(),
      (id) =>
        `insert into public.heirs values (${id + 10}, ${number()}, ${number()}, null, ${text()});`,
    ),
    rows(few(), (id) => `insert into public.parts values (${id}, ${number()}, ${text()});`),
    rows(few(), (id) => `insert into public.aside values (${id}, ${number()}, ${text()});`),
    rows(few(), (id) => `insert into public.beside values (${id}, ${number()});`),
    rows(few(), (id) => `insert into other.things values (${id}, ${text()});`),
  ].join('\n')
}

function rows(count: number, row: (id: number) => string): string {
  return Array.from({ length: count }, (_, at) => row(at + 1)).join('\n')
}
