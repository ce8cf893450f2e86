import { expect, test } from 'vitest'
import { splitForeignKeys } from '../../../src/sql/parsed/foreign-keys.ts'

/** The statement with its blanks made visible, and each key as it would be sent. */
async function split(text: string): Promise<{ table: string; keys: string[] }> {
  const { text: table, keys } = await splitForeignKeys(text)
  expect(Array.from(table).length).toBe(Array.from(text).length)
  for (const key of keys) expect(text.startsWith(key.text, key.offset)).toBe(true)
  return {
    table: table.replaceAll(/ {2,}/g, ' … '),
    keys: keys.map(({ prefix, text: own }) => prefix + own),
  }
}

test('a key of the table goes with the comma before it', async () => {
  expect(
    await split(
      'create table public.a (id int, constraint k foreign key (id) references public.b (id), c int)',
    ),
  ).toEqual({
    table: 'create table public.a (id int … , c int)',
    keys: ['alter table "public"."a" add constraint k foreign key (id) references public.b (id)'],
  })
})

test('a key of a column goes alone, and keeps its name and its actions', async () => {
  expect(
    await split(
      'create table public.a (id int constraint "K k" references public.b on delete cascade deferrable initially deferred not null)',
    ),
  ).toEqual({
    table: 'create table public.a (id int … not null)',
    keys: [
      'alter table "public"."a" add constraint "K k" foreign key ("id") references public.b on delete cascade deferrable initially deferred',
    ],
  })
})

test('characters of several bytes do not shift anything', async () => {
  expect(
    await split(
      `create table public."é😀" (x text default 'ü😀', "ö" int references public."ß" (id), y text default '😀')`,
    ),
  ).toEqual({
    table: `create table public."é😀" (x text default 'ü😀', "ö" int … , y text default '😀')`,
    keys: ['alter table "public"."é😀" add foreign key ("ö") references public."ß" (id)'],
  })
})

test('keys at the start of the list take the comma behind them', async () => {
  expect(
    await split(
      'create table public.a (foreign key (x) references public.b, foreign key (y) references public.c, x int, y int)',
    ),
  ).toEqual({
    table: 'create table public.a ( … x int, y int)',
    keys: [
      'alter table "public"."a" add foreign key (x) references public.b',
      'alter table "public"."a" add foreign key (y) references public.c',
    ],
  })
})

test('comments around a key may hold commas, brackets and the word references', async () => {
  expect(
    await split(
      'create table public.a (\nx int /* references (a, */ references public.b (id) -- why, ) references\n, y int)',
    ),
  ).toEqual({
    table: 'create table public.a (\nx int /* references (a, */ … \n, y int)',
    keys: [
      'alter table "public"."a" add foreign key ("x") references public.b (id) -- why, ) references',
    ],
  })
})

test.each([
  [
    'a key that is not valid',
    'create table public.a (x int, foreign key (x) references public.b not valid)',
  ],
  [
    'a column with its collation behind the key',
    'create table public.a (x text references public.b collate "C")',
  ],
  [
    'a partition',
    'create table public.a partition of public.b (foreign key (x) references public.c) default',
  ],
  ['a typed table', 'create table public.a of public.t (foreign key (x) references public.c)'],
  ['a table without keys', 'create table public.a (x int)'],
])('%s stays whole', async (_, text) => {
  expect(await splitForeignKeys(text)).toEqual({ text, keys: [] })
})
