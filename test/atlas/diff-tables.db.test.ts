import { beforeAll, expect, test } from 'vitest'
import type { Atlas } from '../../src/atlas/atlas.ts'
import { diffTables } from '../../src/atlas/diff-tables.ts'
import { buildTime, openTestAtlas } from '../support/atlas.ts'
import { withTestDatabase } from '../support/database.ts'
import { refusalOf } from '../support/refusal.ts'
import { longer } from '../support/sample.ts'
import { describeWith } from '../support/tools.ts'

const empty = { kind: 'empty' } as const

/** What Atlas is asked of two databases that begin alike. */
interface Asked {
  readonly before: string
  readonly after: string
  readonly tables: readonly string[]
}

describeWith('go', 'Atlas, asked about tables', () => {
  let engine: Atlas
  beforeAll(async () => {
    engine = await openTestAtlas()
  }, buildTime)

  const ask = async ({ before, after, tables }: Asked, atlas = engine): Promise<string[]> =>
    withTestDatabase(empty, (from) =>
      withTestDatabase(empty, async (to) => {
        await from.text(before)
        await to.text(after)
        return diffTables(atlas, {
          from: from.url,
          to: to.url,
          schemas: ['public', 'odd.schema'],
          tables: tables.map((name) => ({
            schema: name === '*odd, table.' ? 'odd.schema' : 'public',
            name,
          })),
          variables: process.env,
        })
      }),
    )

  const people = 'create table public.people (id integer primary key);'

  test('plans columns, keys, checks, indexes and comments of a table', async () => {
    const statements = await ask({
      before: people,
      after: `
        create table public.people (id integer primary key, email text not null, parent integer);
        alter table public.people
          add constraint people_email_key unique (email),
          add constraint people_parent_fkey foreign key (parent) references public.people (id),
          add constraint people_id_check check (id > 0);
        create index people_parent_idx on public.people (parent);
        comment on column public.people.email is 'Where letters go.';`,
      tables: ['people'],
    })
    expect(statements).toMatchInlineSnapshot(`
      [
        "ALTER TABLE "public"."people" ADD CONSTRAINT "people_id_check" CHECK (id > 0), ADD COLUMN "email" text NOT NULL, ADD COLUMN "parent" integer NULL, ADD CONSTRAINT "people_email_key" UNIQUE ("email"), ADD CONSTRAINT "people_parent_fkey" FOREIGN KEY ("parent") REFERENCES "public"."people" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION",
        "CREATE INDEX "people_parent_idx" ON "public"."people" ("parent")",
        "COMMENT ON COLUMN "public"."people"."email" IS 'Where letters go.'",
      ]
    `)
  })

  test('plans the tables that it is asked about and no others', async () => {
    const asked = {
      before: `${people} create table public.others (id integer primary key);`,
      after: `
        create table public.others (id integer primary key, more text);
        create table public.people (id integer primary key, other integer references public.others (id));`,
      tables: ['people'],
    }
    const statements = await ask(asked)
    expect(statements).toMatchInlineSnapshot(`
      [
        "ALTER TABLE "public"."people" ADD COLUMN "other" integer NULL, ADD CONSTRAINT "people_other_fkey" FOREIGN KEY ("other") REFERENCES "public"."others" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION",
      ]
    `)
    expect(await ask(asked, { ...engine, kind: 'cli' }), 'told as the command line is').toEqual(
      statements,
    )
  })

  test.skipIf(longer.skip)(
    'answers nothing about types and schemas, even where they would be an error',
    async () => {
      const asked = {
        before: `
        create schema "odd.schema";
        create type public.mood as enum ('good', 'bad', 'none');
        create table public.people (id integer primary key, mood public.mood);`,
        after: `
        create schema "odd.schema";
        create type public.mood as enum ('bad', 'none');
        create type public.size as enum ('s', 'l');
        create table public.people (id integer primary key, mood public.mood, size public.size);`,
        tables: ['people'],
      }
      const statements = await ask(asked)
      expect(statements).toMatchInlineSnapshot(`
      [
        "ALTER TABLE "public"."people" ADD COLUMN "size" "public"."size" NULL",
      ]
    `)
      expect(await ask(asked, { ...engine, kind: 'cli' }), 'told as the command line is').toEqual(
        statements,
      )
    },
  )

  test.skipIf(longer.skip)('finds tables whatever their names', async () => {
    const asked = {
      before: 'create schema "odd.schema"; create table "odd.schema"."*odd, table." (id integer);',
      after: `
        create schema "odd.schema";
        create table "odd.schema"."*odd, table." (id integer, "a'b, c" text);
        create table "odd.schema"."xodd, table." (id integer);`,
      tables: ['*odd, table.'],
    }
    const statements = await ask(asked)
    expect(statements).toMatchInlineSnapshot(`
      [
        "ALTER TABLE "odd.schema"."*odd, table." ADD COLUMN "a'b, c" text NULL",
      ]
    `)
    expect(await ask(asked, { ...engine, kind: 'cli' }), 'told as the command line is').toEqual(
      statements,
    )
  })

  test.skipIf(longer.skip)('makes a table in a schema that is only on one side', async () => {
    const statements = await ask({
      before: '',
      after: 'create schema "odd.schema"; create table "odd.schema"."*odd, table." (id integer);',
      tables: ['*odd, table.'],
    })
    expect(statements).toMatchInlineSnapshot(`
      [
        "CREATE TABLE "odd.schema"."*odd, table." ("id" integer NULL)",
      ]
    `)
  })

  test('is not asked when no table differs', async () => {
    const absent = { kind: 'engine', path: '/nowhere/atlas', version: '1.2.3' } as const
    const same = { before: people, after: people, tables: [] }
    expect(await ask(same, absent)).toEqual([])
  })

  test.skipIf(longer.skip)('refuses with the words of Atlas where Atlas cannot plan', async () => {
    const refusal = await refusalOf(
      ask({
        before:
          'create table public.sums (a integer, b integer generated always as (a + 1) stored);',
        after:
          'create table public.sums (a integer, b integer generated always as (a + 2) stored);',
        tables: ['sums'],
      }),
    )
    expect(refusal).toMatchInlineSnapshot(
      `"Atlas 1.2.3 cannot plan public.sums: changing the generation expression for a column "b" is not supported"`,
    )
  })

  test('refuses a name that would become a statement of its own, whichever Atlas it is', async () => {
    const asked = {
      before: people,
      after: `${people} alter table public.people add "x"" text; drop table public.people; --" text;`,
      tables: ['people'],
    }
    const refusal = await refusalOf(ask(asked))
    expect(refusal).toMatchInlineSnapshot(
      `"Atlas 1.2.3 cannot plan public.people: the name x" text; drop table public.people; -- holds a double quote, which Atlas does not escape"`,
    )
    expect(await refusalOf(ask(asked, { ...engine, kind: 'cli' }))).toBe(refusal)
  })
})
