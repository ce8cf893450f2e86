import { expect, test } from 'vitest'
import { showName } from '../../../src/sql/parsed/object-name.ts'
import { noPlaceFor, refusalOf } from '../../../src/sql/parsed/schema-file-rules.ts'
import { splitStatements } from '../../../src/sql/scan/split.ts'
import { subjectOf } from '../../../src/sql/parsed/subject.ts'

/** Each statement as `sort: objects`, or `-` where a schema file has no place for it. */
async function subjects(text: string): Promise<string[]> {
  const statements = await splitStatements(text, 'a.sql')
  return statements.map(({ tree }) => {
    const subject = subjectOf(tree)
    if (subject === undefined) return '-'
    const objects = subject.objects.map(
      (object) => showName(object) + (object.owned === undefined ? '' : ` (${object.owned})`),
    )
    return `${subject.sort}: ${objects.join(', ')}`
  })
}

test.each([
  ['create schema private', 'create schema: private'],
  ['create extension citext with schema extensions', 'create extension: citext'],
  ["create type public.e as enum ('a')", 'create type: public.e'],
  ['create type public.c as (a int)', 'create type: public.c'],
  ['create type public.r as range (subtype = int)', 'create type: public.r'],
  ['create domain public.d as text', 'create domain: public.d'],
  ["create collation public.c (locale = 'C')", 'create collation: public.c'],
  ['create collation public.c from "C"', 'create collation: public.c'],
  [
    'create text search parser public.p (start = a, gettoken = b, end = c, lextypes = d)',
    'create text search parser: public.p',
  ],
  ['create text search template public.t (lexize = a)', 'create text search template: public.t'],
  [
    'create text search dictionary public.d (template = simple)',
    'create text search dictionary: public.d',
  ],
  [
    'create text search configuration public.c (copy = pg_catalog.english)',
    'create text search configuration: public.c',
  ],
  [
    'alter text search configuration public.c drop mapping for email',
    'alter text search configuration: public.c',
  ],
  [
    'alter text search configuration public.c alter mapping replace simple with public.d',
    'alter text search configuration: public.c',
  ],
  ['create sequence public.s', 'create sequence: public.s'],
  ['alter sequence public.s owned by public.t.id', 'alter sequence: public.s'],
  ['create table public.t ()', 'create table: public.t'],
  ['create table public.p partition of public.t default', 'create table: public.p'],
  ['create unique index i on public.t (a)', 'create index: public.t'],
  ['create statistics public.s on a, b from public.t', 'create statistics: public.t'],
  ['create rule r as on insert to public.t do instead nothing', 'create rule: public.t'],
  ['alter table public.t enable row level security', 'alter table: public.t'],
  ['alter table only public.t replica identity full', 'alter table: public.t'],
  [
    'alter table public.t add constraint k foreign key (a) references public.b',
    'alter table add foreign key: public.t',
  ],
  ['alter table public.t disable trigger x', 'alter table enable trigger: public.t'],
  ['alter table public.t enable always trigger x', 'alter table enable trigger: public.t'],
  ['alter table public.t disable trigger user', 'alter table enable trigger: public.t'],
  ['create view public.v as select 1', 'create view: public.v'],
  ['create materialized view public.m as select 1', 'create materialized view: public.m'],
  ["create function public.f(int) returns int language sql as ''", 'create function: public.f'],
  ["create procedure public.p() language sql as ''", 'create procedure: public.p'],
  ['create aggregate public.a (int) (sfunc = x, stype = int)', 'create aggregate: public.a'],
  [
    'create constraint trigger t after insert on auth.users for each row execute function private.f()',
    'create trigger: auth.users',
  ],
  ['create policy p on public.t using (true)', 'create policy: public.t'],
  ['create publication p', 'create publication: p'],
  ['alter publication p add table public.t', 'alter publication: p'],
  [
    'alter default privileges in schema private revoke all on tables from anon',
    'alter default privileges: private',
  ],
  [
    'alter default privileges for role x revoke execute on functions from public',
    'alter default privileges: database',
  ],
])('%s', async (statement, subject) => {
  expect(await subjects(statement)).toEqual([subject])
})

test.each([
  ['schema s', 'schema: s'],
  ['table public.t', 'table: public.t'],
  ['column public.t.c', 'column: public.t'],
  ['constraint k on public.t', 'constraint: public.t'],
  ['index public.i', 'index: public.i (index)'],
  ['policy "a b" on public.t', 'policy: public.t'],
  ['trigger x on auth.users', 'trigger: auth.users'],
  ['rule r on public.t', 'rule: public.t'],
  ['function public.f(uuid, text)', 'function: public.f'],
  ['procedure public.f', 'procedure: public.f'],
  ['aggregate public.f(*)', 'aggregate: public.f'],
  ['type public."T x"', 'type: public.T x'],
  ['domain public.d', 'domain: public.d'],
  ['constraint k on domain public.d', 'constraint on domain: public.d'],
  ['collation public.c', 'collation: public.c'],
  ['text search parser public.p', 'text search parser: public.p'],
  ['text search template public.t', 'text search template: public.t'],
  ['text search dictionary public.d', 'text search dictionary: public.d'],
  ['text search configuration public.c', 'text search configuration: public.c'],
  ['sequence public.s', 'sequence: public.s (sequence)'],
  ['statistics public.s', 'statistics: public.s (statistics)'],
  ['view public.v', 'view: public.v'],
  ['materialized view public.v', 'materialized view: public.v'],
  ['publication p', 'publication: p'],
  ['extension e', 'extension: e'],
  ['event trigger e', 'event trigger: e'],
  ['cast (public.e as integer)', 'cast: e_as_int4'],
  ['operator public.=== (public.e, integer)', 'operator: public.e'],
  ['operator public.! (none, public.e[])', 'operator: public.e_array'],
  ['operator class public.o using gist', 'operator class: public.o'],
  ['operator family public.o using gist', 'operator family: public.o'],
])('a comment on %s', async (object, subject) => {
  expect(await subjects(`comment on ${object} is 'x'`)).toEqual([`comment on ${subject}`])
})

test('rights are about each object that they name', async () => {
  expect(
    await subjects(`
      grant select (a, b) on table public.t, private.u to x;
      revoke all on public.t from x;
      grant usage on schema s to x;
      revoke execute on function public.f(uuid) from public;
      grant execute on routine public.f to x;
      grant usage on type public.e to x;
      grant usage on domain public.d to x;
      grant usage on sequence public.s to x;
    `),
  ).toEqual([
    'rights on table: public.t, private.u',
    'rights on table: public.t',
    'rights on schema: s',
    'rights on function: public.f',
    'rights on routine: public.f',
    'rights on type: public.e',
    'rights on domain: public.d',
    'rights on sequence: public.s (sequence)',
  ])
})

test('a name without schema stays one', async () => {
  expect(await subjects('create table t (); comment on column t.c is null;')).toEqual([
    'create table: t',
    'comment on column: t',
  ])
})

test.each([
  ['drop table public.t', /never drops/],
  ['do $$ begin end $$', /has no `do`/],
  ["set search_path = ''", /has no `set`/],
  ['begin', /opens and ends the transaction/],
  ['commit', /opens and ends the transaction/],
  ['insert into public.t values (1)', /no rows/],
  ['select 1', /no rows/],
  ['copy public.t from stdin', /no rows/],
  ['grant select on all tables in schema public to x', /Name each object/],
  ['grant a to b', /Roles belong to the server/],
  ['create role x', /Roles belong to the server/],
  ['create table public.t as select 1', /List the columns/],
  ["alter type public.e add value 'x'", /into the statement that creates/],
  ['alter table public.t rename to u', /into the statement that creates/],
  ['alter view public.v set (security_invoker = true)', /into the statement that creates/],
  [
    'create transform for int language x (from sql with function f)',
    /No folder of the schema takes .*CreateTransformStmt/,
  ],
  ['vacuum', /No folder of the schema takes .*VacuumStmt/],
])('%s has no place', async (text, reason) => {
  const [statement] = await splitStatements(text, 'a.sql')
  expect(statement && subjectOf(statement.tree)).toBeUndefined()
  expect(noPlaceFor(statement?.node ?? '')).toMatch(reason)
})

test.each([
  ['create table if not exists public.t ()', /if not exists/],
  ['create schema if not exists s', /if not exists/],
  ['create extension if not exists e', /if not exists/],
  ['create index if not exists i on public.t (a)', /if not exists/],
  ['create sequence if not exists public.s', /if not exists/],
  ['create materialized view if not exists public.v as select 1', /if not exists/],
  ["create or replace function public.f() returns int language sql as ''", /or replace/],
  ['create or replace view public.v as select 1', /or replace/],
  [
    'create or replace trigger t before insert on public.t execute function public.f()',
    /or replace/,
  ],
  ['alter table if exists public.t enable row level security', /if exists/],
  ['create index concurrently i on public.t (a)', /concurrently/],
  ['create index on public.t (a)', /Give the index a name/],
  ['create temporary table t ()', /^Temporary/],
  ['create temp view v as select 1', /^Temporary/],
  ['create schema s create table t ()', /separate files/],
  ['alter table public.t add column c int', /step by step/],
  ['alter table public.t drop constraint k', /step by step/],
  ['alter table public.t alter column c drop default', /step by step/],
  ['alter table public.t disable row level security', /step by step/],
  ['alter publication p drop table public.t', /Only `add`/],
  ['alter publication p set table public.t', /Only `add`/],
  ["alter publication p set (publish = 'insert')", /Only `add`/],
])('%s does not say plainly what is', async (text, reason) => {
  const [statement] = await splitStatements(text, 'a.sql')
  expect(statement && refusalOf(statement.tree)).toMatch(reason)
})

test.each([
  'create table public.t (id int)',
  'create unlogged table public.t (id int)',
  'alter table public.t enable row level security, force row level security',
  'alter table public.t replica identity full',
  'alter table public.t alter column c set statistics 500',
  'alter table public.t alter column c set default 1',
  'alter table public.t disable trigger x',
  'alter publication p add table public.t (a, b) where (a > 1)',
  'create recursive view public.v (n) as select 1',
])('%s says plainly what is', async (text) => {
  const [statement] = await splitStatements(text, 'a.sql')
  expect(statement && refusalOf(statement.tree)).toBeUndefined()
})
