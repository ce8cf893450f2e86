import { randomInt } from 'node:crypto'
import { expect, test } from 'vitest'
import { loadProject } from '../../../src/files/project.ts'
import type { SchemaStatement } from '../../../src/files/schema/schema-files.ts'
import { compareObservations } from '../../../src/observer/compare-observations.ts'
import { observe, observeWithin } from '../../../src/observer/observe.ts'
import type { Observation } from '../../../src/observer/observe.ts'
import { loadSchema } from '../../../src/workbench/load/load-schema.ts'
import { sql, useDatabase, withTestDatabase } from '../../support/database.ts'
import type { TestDatabase } from '../../support/database.ts'
import type { Transaction } from '../../../src/postgres/connect.ts'
import { loadStatements, messageOfFailure, withFiles } from '../../support/files.ts'
import { shuffle } from '../../support/shuffle.ts'
import { tangledSchema } from '../tangled-schema.ts'

type Files = Readonly<Record<string, string>>

const db = useDatabase({ kind: 'platform', mode: 'today' })

/** Another order of the files at each run; LOADER_SEED repeats one. */
const seed = Number(process.env['LOADER_SEED'] ?? randomInt(1_000_000))

async function filesOf(files: Files): Promise<readonly SchemaStatement[]> {
  return withFiles(files, loadStatements)
}

/** Loads, answers what the catalog then holds, and takes all of it back. */
async function catalogOf(statements: readonly SchemaStatement[]): Promise<Observation> {
  return rolledBack(db, async (tx) => {
    await loadSchema(tx, statements)
    return observeWithin(tx)
  })
}

/** What differs, the order of columns too: a file gives it. */
function differences(left: Observation, right: Observation): readonly unknown[] {
  const { differences: told, columnOrder } = compareObservations(left, right)
  return [...told, ...columnOrder]
}

/** Loads with the files in another order; statements of a file stay in theirs. */
function reordered(statements: readonly SchemaStatement[], by: number): SchemaStatement[] {
  const files = [...new Set(statements.map(({ file }) => file))]
  return shuffle(files, by).flatMap((file) => statements.filter((each) => each.file === file))
}

/** What the loader says of files that it cannot load, and that it then keeps nothing of them. */
async function refusal(files: Files): Promise<string> {
  return withFiles(files, async (folder) => {
    const statements = await loadStatements(folder)
    const before = await observe(db.superuser)
    const message = await messageOfFailure(folder, () => loadSchema(db.owner, statements))
    expect(await observe(db.superuser)).toEqual(before)
    return message
  })
}

test(
  "the project's own schema loads, in whatever order its files come",
  { timeout: 60_000 },
  async () => {
    const { folders } = await loadProject(import.meta.dirname)
    const statements = await loadStatements(folders.schema)
    const straight = await catalogOf(statements)
    for (let by = seed; by < seed + 3; by += 1) {
      const catalog = await catalogOf(reordered(statements, by))
      expect(differences(straight, catalog), `LOADER_SEED=${String(by)}`).toEqual([])
    }
  },
)

test(
  'files that need each other crosswise load, in whatever order they come',
  { timeout: 60_000 },
  async () => {
    const statements = await filesOf(tangledSchema)
    const straight = await catalogOf(statements)
    expect(straight.lines.length).toBeGreaterThan(100)
    for (let by = seed; by < seed + 10; by += 1) {
      const catalog = await catalogOf(reordered(statements, by))
      expect(differences(straight, catalog), `LOADER_SEED=${String(by)}`).toEqual([])
    }
  },
)

test('foreign keys that go in a circle are all there, as they were written', async () => {
  const statements = await filesOf(tangledSchema)
  const rows = await rolledBack(db, async (tx) => {
    await loadSchema(tx, statements)
    return tx.query(sql`
      select conname::text as name, pg_catalog.pg_get_constraintdef(oid) as definition
      from pg_catalog.pg_constraint
      where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0
      order by name
    `)
  })
  expect(rows).toEqual([
    { name: 'edges_head_fkey', definition: 'FOREIGN KEY (head) REFERENCES nodes(id)' },
    { name: 'edges_tail_fkey', definition: 'FOREIGN KEY (tail) REFERENCES nodes(id)' },
    { name: 'events_node_fkey', definition: 'FOREIGN KEY (node) REFERENCES nodes(id)' },
    {
      name: 'nodes_first_edge_fkey',
      definition: 'FOREIGN KEY (first_edge) REFERENCES edges(id) DEFERRABLE',
    },
    {
      name: 'nodes_parent_fkey',
      definition: 'FOREIGN KEY (parent) REFERENCES nodes(id) ON DELETE SET NULL',
    },
  ])
})

test('a revoke never takes away what a later grant of its file gives, however late the table is', async () => {
  const files = {
    'functions/f.sql':
      'create function public.f(r public.late) returns public.late language sql return r;',
    'types/later.sql': 'create type public.later as (l public.late);',
    'tables/late.sql': 'create table public.late (id int, m public.mood, p public.places);',
    'tables/places.sql': 'create table public.places (id int);',
    'types/mood.sql': "create type public.mood as enum ('a');",
    'policies/late.sql': `
      revoke all on table public.late from anon, authenticated;
      grant select on table public.late to anon, authenticated;
      revoke all on table public.late from anon;
      grant select (id) on table public.late to anon;
    `,
  }
  await withTestDatabase({ kind: 'platform', mode: 'legacy' }, async ({ owner, query }) => {
    await loadSchema(owner, await filesOf(files))
    expect(
      await query(sql`
        select
          pg_catalog.has_table_privilege('authenticated', 'public.late', 'select') as authenticated,
          pg_catalog.has_table_privilege('anon', 'public.late', 'select') as anon,
          pg_catalog.has_column_privilege('anon', 'public.late', 'id', 'select') as column
      `),
    ).toEqual([{ authenticated: true, anon: false, column: true }])
  })
})

test('a file loads with the rights of the session, inside its transaction, and leaves its settings alone', async () => {
  const statements = await filesOf({ 'tables/mine.sql': 'create table public.mine ();' })
  const seen = await rolledBack(db, async (tx) => {
    await loadSchema(tx, statements)
    return tx.query(sql`
      select
        pg_catalog.pg_get_userbyid(relowner) as owner,
        pg_catalog.current_setting('check_function_bodies') as bodies,
        pg_catalog.current_setting('search_path') as path
      from pg_catalog.pg_class where oid = 'public.mine'::regclass
    `)
  })
  expect(seen).toEqual([{ owner: 'postgres', bodies: 'on', path: '"$user", public, extensions' }])
  expect(await db.query(sql`select pg_catalog.to_regclass('public.mine')::text as table`)).toEqual([
    { table: null },
  ])
})

test('an unknown table in a foreign key is told at its place', async () => {
  expect(
    await refusal({
      'tables/a.sql':
        'create table public.a (\n  id int primary key,\n  é text, b_id int constraint a_b_id_fkey references public.nope (id)\n);',
    }),
  ).toBe(
    'tables/a.sql:3:43: relation "public.nope" does not exist (42P01)\n' +
      '    é text, b_id int constraint a_b_id_fkey references public.nope (id)\n' +
      `  ${' '.repeat(42)}^`,
  )
})

test('an unknown column of a known table in a foreign key is told', async () => {
  expect(
    await refusal({
      'tables/a.sql':
        'create table public.a (\n  id int,\n  foreign key (id) references public.b (nope)\n);',
      'tables/b.sql': 'create table public.b (id int primary key);',
    }),
  ).toBe(
    'tables/a.sql:3:3: column "nope" referenced in foreign key constraint does not exist (42703)\n' +
      '    foreign key (id) references public.b (nope)\n    ^',
  )
})

test('the cause is told, and what only follows from it is counted', async () => {
  expect(
    await refusal({
      'tables/a.sql':
        "create table public.a (\n  id int primary key,\n  m public.moood\n);\ncomment on table public.a is 'x';\nalter table public.a enable row level security;\ncreate index a_idx on public.a (id);",
      'tables/b.sql': 'create table public.b (a_id int references public.a (id));',
      'policies/a.sql':
        "revoke all on table public.a from anon;\ncreate policy p on public.a using (true);\ncomment on policy p on public.a is 'x';",
      'functions/a_of.sql':
        "create function public.a_of() returns setof public.a language sql as 'select 1';\ncomment on function public.a_of() is 'x';",
      'views/v.sql': 'create view public.v as select * from public.a_of();',
      'publications/live.sql': 'create publication live for table public.a;',
    }),
  ).toBe(
    'tables/a.sql:3:5: type "public.moood" does not exist (42704)\n    m public.moood\n      ^\n' +
      '11 more statements fail only because of that: functions/a_of.sql:1, tables/a.sql:6, tables/a.sql:7, …',
  )
})

test('causes that have nothing to do with each other are all told', async () => {
  const message = await refusal({
    'tables/a.sql': 'create table public.a (id uuuid);',
    'tables/b.sql': 'create table public.b (id int default public.nope());',
    'policies/c.sql': 'grant select on table public.c to nobody_there;',
    'tables/c.sql': 'create table public.c (id int);',
    'views/v.sql': 'create view public.v as select idd from public.c;',
  })
  expect(message.split('\n').filter((line) => !line.startsWith(' '))).toEqual([
    'tables/a.sql:1:27: type "uuuid" does not exist (42704)',
    'tables/b.sql:1:39: function public.nope() does not exist (42883)',
    'views/v.sql:1:32: column "idd" does not exist (42703)',
    'policies/c.sql:1:1: role "nobody_there" does not exist (42704)',
  ])
  expect(message).toMatch(/hint: No function matches/)
})

test('a name that only looks like that of a broken object is a cause of its own', async () => {
  const message = await refusal({
    'tables/a.sql': 'create table public.a (id uuuid);',
    'tables/b.sql': 'create table public.b (id int references public.a_b (id), x public.xa);',
  })
  expect(message).toMatch(
    /tables\/a\.sql:1:27: .*\n.*\n.*\ntables\/b\.sql:1:61: type "public\.xa" does not exist/,
  )
})

test('views that need each other are told as a circle, apart from those that hang on it', async () => {
  expect(
    await refusal({
      'views/a.sql': 'create view public.a as select * from public.b;',
      'views/b.sql': 'create view public.b as select * from public.a;',
      'views/c.sql': 'create view public.c as select * from public.a;',
    }),
  ).toBe(
    'These statements depend on each other, so none of them can be first:\n' +
      'views/a.sql:1:39: relation "public.b" does not exist (42P01)\n' +
      `  create view public.a as select * from public.b;\n  ${' '.repeat(38)}^\n` +
      'views/b.sql:1:39: relation "public.a" does not exist (42P01)\n' +
      `  create view public.b as select * from public.a;\n  ${' '.repeat(38)}^\n` +
      '1 more statement fails only because of that: views/c.sql:1',
  )
})

test('what the session has no right to is told', async () => {
  expect(await refusal({ 'tables/auth.mine.sql': 'create table auth.mine (id int);' })).toMatch(
    /^tables\/auth\.mine\.sql:1:14: permission denied for schema auth \(42501\)\n/,
  )
})

test('a server at the end of its means is told as that, not as a fault of the files', async () => {
  expect(
    await refusal({
      'functions/full.sql':
        "create function public.full() returns int language plpgsql as 'begin raise disk_full using hint = ''Make room.''; end';",
      'views/v.sql': 'create materialized view public.v as select public.full();',
    }),
  ).toBe('The server cannot load the schema: disk_full (53100)\n  hint: Make room.')
})

test('the values of rows are left out of what is told', async () => {
  expect(
    await refusal({
      'types/d.sql': "create domain public.d as text check (value <> 'secret');",
      'views/v.sql': 'create materialized view public.v as select 1 / 0 as secret;',
    }),
  ).toMatch(/^views\/v\.sql:1:1: division by zero \(22012\)\n.*\n {2}\^$/)
})

test.each<[string, string, string | RegExp]>([
  [
    'a syntax error in plpgsql',
    'create function public.f(é text) returns int language plpgsql as $$\nbegin\n  -- ü😀\n  retrun 1;\nend\n$$;',
    'functions/f.sql:4:3: syntax error at or near "retrun" (42601)\n    retrun 1;\n    ^',
  ],
  [
    'an unknown column in a body of sql',
    'create function public.f() returns int language sql as $$\n  select nope from pg_catalog.pg_class;\n$$;',
    'functions/f.sql:2:10: column "nope" does not exist (42703)\n' +
      '    select nope from pg_catalog.pg_class;\n           ^',
  ],
  [
    'an unknown table behind quotes in a body in quotes',
    "create function public.f() returns int language sql\nas 'select ''😀'', 1 from public.nope';",
    /^functions\/f\.sql:2:26: relation "public\.nope" does not exist \(42P01\)\n/,
  ],
  [
    'a body whose rows are of another type',
    "create function public.f() returns int language sql as $$ select 'x'::text; $$;",
    /^functions\/f\.sql:1:1: return type mismatch in function declared to return integer \(42P13\)\n.*\n.*\n {2}detail: Actual return type is text\.\n {2}in: SQL function "f"/,
  ],
  [
    'a name without schema where the function has an empty search_path',
    "create function public.f() returns bigint language sql set search_path = ''\nas 'select count(*) from only_here';",
    /^functions\/f\.sql:2:26: relation "only_here" does not exist/,
  ],
  [
    'a procedure that returns a value',
    "create procedure public.f() language plpgsql as 'begin return 1; end';",
    /^functions\/f\.sql:1:63: RETURN cannot have a parameter in a procedure \(42804|42601\)/,
  ],
])('%s is told at its place, when all is loaded', async (_, text, message) => {
  expect(
    await refusal({
      'functions/f.sql': text,
      'tables/only_here.sql': 'create table public.only_here ();',
    }),
  ).toMatch(message)
})

test("a function's own settings hold while its body is checked, and no longer", async () => {
  const files = {
    'tables/private.t.sql': 'create table private.t (id int);',
    'schemas/private.sql': 'create schema private;',
    'functions/f.sql':
      "create function public.f() returns bigint language sql set search_path = 'private'\nas 'select count(*) from t';",
    'functions/g.sql':
      "create function public.g() returns bigint language sql as 'select count(*) from t';",
  }
  const message = await refusal(files)
  expect(message).toMatch(/^functions\/g\.sql:1:81: relation "t" does not exist/)
  expect(message).not.toMatch(/functions\/f\.sql/)
})

test('every wrong body is told', async () => {
  const message = await refusal({
    'functions/f.sql': "create function public.f() returns int language sql as 'select a';",
    'functions/g.sql':
      "create function public.g(int) returns int language sql as 'select 1';\ncreate function public.g(text) returns int language sql as 'select b';",
  })
  expect(message.split('\n').filter((line) => !line.startsWith(' '))).toEqual([
    'functions/f.sql:1:64: column "a" does not exist (42703)',
    'functions/g.sql:2:68: column "b" does not exist (42703)',
  ])
})

/** What `use` answers in a transaction of the owner that is rolled back. */
async function rolledBack<T>(
  { owner }: TestDatabase,
  use: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const answer: T[] = []
  const end = new Error('roll back')
  await owner
    .tx(async (tx) => {
      answer.push(await use(tx))
      throw end
    })
    .catch((error: unknown) => {
      if (error !== end) throw error
    })
  const [first] = answer
  if (first === undefined) throw new Error('nothing was answered')
  return first
}
