import { expect, test } from 'vitest'
import { parseTableActions } from '../../../src/sql/parsed/table-actions.ts'

/** The actions of statements, each as `verb kind names: text`. */
const read = async (...statements: readonly string[]): Promise<string[]> => {
  const actions = await parseTableActions(statements, (_schema, table) => `${table}_pkey`)
  return actions.map((action) => {
    if (!('kind' in action)) return `unread: ${action.sql}`
    const { verb, part, kind, schema, table, name, sql } = action
    return `${verb} ${part}${kind} ${schema} ${String(table)} ${String(name)}: ${sql}`
  })
}

test('a new table has a line for each column, a name for its key, and its foreign keys apart', async () => {
  const statement = `CREATE TABLE "public"."notes" ("id" bigint NOT NULL GENERATED ALWAYS AS IDENTITY, "size" numeric(10,2) NULL DEFAULT NULL, "owner" uuid NULL, PRIMARY KEY ("id"), CONSTRAINT "notes_owner_key" UNIQUE ("owner", "size"), CONSTRAINT "notes_owner_fkey" FOREIGN KEY ("owner") REFERENCES "auth"."users" ("id") ON UPDATE NO ACTION ON DELETE CASCADE, CONSTRAINT "notes_check" CHECK ((size > (0)::numeric) AND (owner IS NOT NULL)))`
  expect((await read(statement)).join('\n\n')).toMatchInlineSnapshot(`
    "create table public notes null: create table public.notes (
      id bigint not null generated always as identity,
      size numeric(10,2) default null,
      owner uuid,
      constraint notes_pkey primary key (id),
      constraint notes_owner_key unique (owner, size),
      constraint notes_check check ((size > (0)::numeric) and (owner is not null))
    )

    create constraint public notes notes_owner_fkey: alter table public.notes
      add constraint notes_owner_fkey foreign key (owner) references auth.users (id) on delete cascade"
  `)
})

test('each thing that one statement does to a table is a statement of its own', async () => {
  const statement = `ALTER TABLE "public"."notes" DROP CONSTRAINT "x", DROP COLUMN "gone", ADD COLUMN "at" timestamptz NOT NULL DEFAULT now(), ALTER COLUMN "a" TYPE character varying(20), ALTER COLUMN "a" SET DEFAULT 'x', ALTER COLUMN "b" DROP DEFAULT, ALTER COLUMN "b" SET NOT NULL, ALTER COLUMN "c" DROP NOT NULL, ADD CONSTRAINT "f" FOREIGN KEY ("b") REFERENCES "public"."b" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION`
  expect((await read(statement)).join('\n')).toMatchInlineSnapshot(`
    "drop constraint public notes x: alter table public.notes
      drop constraint x
    drop column public notes gone: alter table public.notes
      drop column gone
    create column public notes at: alter table public.notes
      add column at timestamptz not null default now()
    alter typecolumn public notes a: alter table public.notes
      alter column a type character varying(20)
    alter set defaultcolumn public notes a: alter table public.notes
      alter column a set default 'x'
    alter drop defaultcolumn public notes b: alter table public.notes
      alter column b drop default
    alter set not nullcolumn public notes b: alter table public.notes
      alter column b set not null
    alter drop not nullcolumn public notes c: alter table public.notes
      alter column c drop not null
    create constraint public notes f: alter table public.notes
      add constraint f foreign key (b) references public.b (id)"
  `)
})

test('indexes, comments and tables that go', async () => {
  const said = await read(
    `CREATE UNIQUE INDEX "i" ON "public"."notes" ("lower"(a), "b" DESC) WHERE (b > 0)`,
    `DROP INDEX "public"."i"`,
    `COMMENT ON INDEX "public"."i" IS 'x'`,
    `COMMENT ON COLUMN "public"."notes"."a" IS ''`,
    `COMMENT ON TABLE "public"."notes" IS 'Null, "quoted", ON UPDATE NO ACTION'`,
    `DROP TABLE "public"."notes"`,
  )
  expect(said.join('\n')).toMatchInlineSnapshot(`
    "create index public notes i: create unique index i on public.notes (lower(a), b desc) where (b > 0)
    drop index public null i: drop index public.i
    comment index public null i: comment on index public.i is 'x'
    comment column public notes a: comment on column public.notes.a is null
    comment table public notes null: comment on table public.notes is 'Null, "quoted", ON UPDATE NO ACTION'
    drop table public notes null: drop table public.notes"
  `)
})

test('names are quoted where they must be, and literals are left alone', async () => {
  const said = await read(
    `ALTER TABLE "My Schema"."user" ADD COLUMN "Größe, in (m)" text NULL DEFAULT 'it''s NULL, "x"', ADD COLUMN "order" integer NULL, ADD COLUMN "né" integer NULL, ADD COLUMN "name" text NULL`,
  )
  expect(said.join('\n')).toMatchInlineSnapshot(`
    "create column "My Schema" "user" "Größe, in (m)": alter table "My Schema"."user"
      add column "Größe, in (m)" text default 'it''s NULL, "x"'
    create column "My Schema" "user" "order": alter table "My Schema"."user"
      add column "order" integer
    create column "My Schema" "user" "né": alter table "My Schema"."user"
      add column "né" integer
    create column "My Schema" "user" name: alter table "My Schema"."user"
      add column name text"
  `)
})

test('what it does not know comes back whole, with all that the same statement does', async () => {
  const unknown = `ALTER TABLE "public"."t" ADD COLUMN "a" text NULL, ALTER COLUMN "id" DROP IDENTITY`
  expect(await read(unknown, 'CREATE TABLE "public"."t" () PARTITION BY LIST (id)')).toEqual([
    `unread: ${unknown}`,
    'unread: CREATE TABLE "public"."t" () PARTITION BY LIST (id)',
  ])
})

test('nothing said is nothing to do', async () => {
  expect(await read()).toEqual([])
})
