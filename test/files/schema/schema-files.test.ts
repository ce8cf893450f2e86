import { mkdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadStatements, messageOfFailure, withFiles } from '../../support/files.ts'

type Files = Readonly<Record<string, string | Buffer>>

/** The statements of a schema as `phase: what is sent`. */
async function load(files: Files): Promise<string[]> {
  return withFiles(files, async (folder) => {
    const statements = await loadStatements(folder)
    return statements.map(({ phase, sql }) => `${phase}: ${sql.replaceAll(/\s+/g, ' ')}`)
  })
}

/** What the loader says of a schema, paths inside the schema's folder. */
async function refusal(files: Files): Promise<string> {
  return withFiles(files, async (folder) => {
    return messageOfFailure(folder, () => loadStatements(folder))
  })
}

test('what a role grants is said by that role', async () => {
  expect(
    await load({
      'sequences/s.sql':
        'create sequence public.s; grant usage on sequence public.s to a granted by "B"; grant select on sequence public.s to a granted by current_user;',
    }),
  ).toEqual([
    'sequences: create sequence public.s',
    'rights: set role "B"; grant usage on sequence public.s to a granted by "B" ; reset role',
    'rights: grant select on sequence public.s to a granted by current_user',
  ])
})

test('a file of each kind is loaded with the phase of each statement', async () => {
  expect(
    await load({
      'schemas/private.sql':
        "create schema private; comment on schema private is 'x'; grant usage on schema private to a;",
      'schemas/public.sql': 'revoke create on schema public from public;',
      'default-privileges/private.sql':
        'alter default privileges in schema private revoke all on tables from a;',
      'default-privileges/database.sql':
        'alter default privileges revoke execute on functions from public;',
      'extensions/citext.sql': 'create extension citext with schema extensions;',
      'types/mood.sql':
        "create type public.mood as enum ('a'); comment on type public.mood is 'x'; grant usage on type public.mood to a;",
      'types/private.pair.sql':
        "create type private.pair as (a int); comment on column private.pair.a is 'x';",
      'types/word.sql':
        "create domain public.word as text constraint w check (value <> ''); comment on constraint w on domain public.word is 'x';",
      'sequences/counter.sql':
        "create sequence public.counter; grant usage on sequence public.counter to a; comment on sequence public.counter is 'x';",
      'functions/f.sql':
        "create function public.f() returns int language sql as 'select 1'; revoke execute on function public.f() from public; comment on function public.f() is 'x';",
      'views/v.sql':
        "create view public.v as select 1 as a; grant select on public.v to a; comment on column public.v.a is 'x';",
      'views/private.m.sql':
        'create materialized view private.m as select 1 as a; create unique index m_idx on private.m (a);',
      'triggers/auth.users.sql':
        'create trigger t after insert on auth.users for each row execute function private.f(); alter table auth.users enable always trigger t;',
      'publications/live.sql':
        "create publication live; alter publication live add table public.t; comment on publication live is 'x';",
      'subscriptions/news.sql':
        "create subscription news connection 'host=a' publication live with (connect = false); comment on subscription news is 'x';",
      'casts/pair_as_text_array.sql':
        "create cast (private.pair as text[]) with function private.texts(private.pair); comment on cast (private.pair as text[]) is 'x';",
      'operators/pair.sql':
        "create operator public.+ (function = public.plus, leftarg = private.pair, rightarg = integer); create operator public.- (function = public.minus, rightarg = private.pair); comment on operator public.- (none, private.pair) is 'x'; comment on operator public.+ (private.pair, integer) is 'x';",
      'operator-families/private.pairs.sql':
        "create operator family private.pairs using btree; alter operator family private.pairs using btree add operator 1 public.< (private.pair, integer); comment on operator family private.pairs using btree is 'x';",
      'operator-classes/pair_ops.sql':
        "create operator class public.pair_ops for type private.pair using btree as operator 1 public.<; create operator class public.pair_ops for type private.pair using hash as operator 1 public.=; comment on operator class public.pair_ops using hash is 'x'; comment on operator family public.pair_ops using hash is 'x';",
      'event-triggers/refuse.sql':
        "create event trigger refuse on sql_drop execute function private.f(); alter event trigger refuse enable always; comment on event trigger refuse is 'x';",
      'README.md': 'notes',
      '.DS_Store': '',
      'tables/.gitkeep': '',
    }),
  ).toMatchSnapshot()
})

test('a table takes its indexes, statistics, rules and comments, and its policies file its rights and those of its sequences', async () => {
  const statements = await load({
    'tables/t.sql': `
      create table public.t (
        id bigint generated always as identity constraint t_pkey primary key,
        n bigserial,
        named int generated by default as identity (sequence name private.other),
        constraint t_n_key unique (n)
      );
      alter table public.t enable row level security;
      create index t_n_idx on public.t (n);
      create statistics public.t_stat on id, n from public.t;
      create rule r as on delete to public.t do instead nothing;
      comment on table public.t is 'x';
      comment on column public.t.id is 'x';
      comment on constraint t_n_key on public.t is 'x';
      comment on index public.t_n_idx is 'x';
      comment on index public.t_pkey is 'x';
      comment on statistics public.t_stat is 'x';
      comment on rule r on public.t is 'x';
      comment on sequence public.t_id_seq is 'x';
    `,
    'policies/t.sql': `
      revoke all on table public.t from a;
      revoke all on sequence public.t_id_seq, public.t_n_seq, private.other from a;
      create policy p on public.t using (true);
      comment on policy p on public.t is 'x';
    `,
  })
  expect(statements.length).toBe(17)
})

test("the name of a column's sequence is cut as PostgreSQL cuts it", async () => {
  const table = 'a'.repeat(40)
  const column = 'é'.repeat(20)
  const sequence = `${'a'.repeat(29)}_${'é'.repeat(14)}_seq`
  const statements = await load({
    [`tables/${table}.sql`]: `create table public.${table} ("${column}" serial);`,
    [`policies/${table}.sql`]: `revoke all on sequence public."${sequence}" from a;`,
  })
  expect(statements.length).toBe(2)
})

test('a sequence may belong to a table by its own file', async () => {
  const statements = await load({
    'tables/t.sql': 'create table public.t (id int);',
    'sequences/s.sql': 'alter sequence public.s owned by public.t.id; create sequence public.s;',
    'policies/t.sql': 'grant usage on sequence public.s to a;',
  })
  expect(statements.length).toBe(4)
})

test('foreign keys come after all tables, at their place in the file', async () => {
  const text = `create table public.a (
  id int primary key,
  b int references public.b (id),
  constraint k foreign key (b) references public.b (id)
);
`
  await withFiles({ 'tables/a.sql': text }, async (folder) => {
    const statements = await loadStatements(folder)
    expect(
      statements.map(({ phase, sql, line, column, shift, subject }) => ({
        phase,
        sql: sql.replaceAll(/\s+/g, ' '),
        line,
        column,
        shift,
        sort: subject.sort,
      })),
    ).toEqual([
      {
        phase: 'tables',
        sql: 'create table public.a ( id int primary key, b int )',
        line: 1,
        column: 1,
        shift: 0,
        sort: 'create table',
      },
      {
        phase: 'foreign keys',
        sql: 'alter table "public"."a" add foreign key ("b") references public.b (id)',
        line: 3,
        column: 9,
        shift: 47,
        sort: 'alter table add foreign key',
      },
      {
        phase: 'foreign keys',
        sql: 'alter table "public"."a" add constraint k foreign key (b) references public.b (id)',
        line: 4,
        column: 3,
        shift: 29,
        sort: 'alter table add foreign key',
      },
    ])
  })
})

test('a file may name its object with or without public, and odd names are encoded', async () => {
  const statements = await load({
    'tables/public.a.sql': 'create table public.a ();',
    'tables/public.b.c.sql': 'create table public."b.c" ();',
    'tables/Two Words.sql': 'create table public."Two Words" ();',
    'tables/x%2Fy.sql': 'create table public."x/y" ();',
    'tables/s%2Ee.t.sql': 'create table "s.e".t ();',
  })
  expect(statements.length).toBe(5)
})

test('overloads of one name share its file', async () => {
  const statements = await load({
    'functions/f.sql':
      "create function public.f(int) returns int language sql as ''; create function public.f(text) returns int language sql as '';",
  })
  expect(statements.length).toBe(2)
})

test.each<[string, Files, string | RegExp]>([
  [
    'a syntax error',
    { 'tables/a.sql': 'create table public.a (\n  id int,,\n);\n' },
    'tables/a.sql:2:10: syntax error at or near ","\n    id int,,\n           ^',
  ],
  [
    'a file whose name is not its object',
    { 'tables/profile.sql': 'create table public.profiles ();' },
    'tables/profile.sql:1:1: This is `create table` about public.profiles: it belongs in tables/profiles.sql.\n' +
      '  create table public.profiles ();\n  ^',
  ],
  [
    'a file whose name is that of another schema',
    { 'functions/f.sql': "create function private.f() returns int language sql as '';" },
    /^functions\/f\.sql:1:1: .* about private\.f: it belongs in functions\/private\.f\.sql\.\n/,
  ],
  [
    'a name that differs in case only',
    { 'tables/Profiles.sql': 'create table public.profiles ();' },
    /it belongs in tables\/profiles\.sql\./,
  ],
  [
    'a second object in a file',
    {
      'functions/f.sql':
        "create function public.f() returns int language sql as '';\ncreate function public.g() returns int language sql as '';",
    },
    /^functions\/f\.sql:2:1: This is `create function` about public\.g: it belongs in functions\/g\.sql\./,
  ],
  [
    'two files with one object',
    {
      'tables/a.sql': 'create table public.a ();',
      'tables/public.a.sql': 'create table public.a ();',
    },
    'tables/public.a.sql: tables/a.sql is about public.a too. Keep one of the two files.',
  ],
  [
    'a view and a table of one name',
    {
      'tables/a.sql': 'create table public.a ();',
      'views/a.sql': 'create view public.a as select 1;',
    },
    'views/a.sql: tables/a.sql is about public.a too. Keep one of the two files.',
  ],
  [
    'a policy in the file of its table',
    { 'tables/a.sql': 'create table public.a ();\ncreate policy p on public.a using (true);' },
    /^tables\/a\.sql:2:1: This is `create policy` about public\.a: it belongs in policies\/a\.sql\./,
  ],
  [
    'rights of a table in the file of the table',
    { 'tables/a.sql': 'create table public.a ();\ngrant select on public.a to x;' },
    /^tables\/a\.sql:2:1: .* it belongs in policies\/a\.sql or views\/a\.sql\./,
  ],
  [
    'rights on another table beside its own',
    { 'policies/a.sql': 'grant select on public.a, public.b to x;' },
    /^policies\/a\.sql:1:1: .* about public\.b: it belongs in policies\/b\.sql\./,
  ],
  [
    'an index of another table',
    { 'tables/a.sql': 'create table public.a ();\ncreate index i on public.b (x);' },
    /^tables\/a\.sql:2:1: .* about public\.b: it belongs in tables\/b\.sql\./,
  ],
  [
    "a comment on another table's index",
    {
      'tables/a.sql': "create table public.a ();\ncomment on index public.i is 'x';",
      'tables/b.sql': 'create table public.b (x int);create index i on public.b (x);',
    },
    /^tables\/a\.sql:2:1: .* about public\.b: it belongs in tables\/b\.sql\./,
  ],
  [
    'a comment on an index that no file creates',
    { 'tables/a.sql': "create table public.a ();\ncomment on index public.i is 'x';" },
    /^tables\/a\.sql:2:1: No file creates the index public\.i, so it is unknown where this belongs\./,
  ],
  [
    'rights on a sequence that no file creates',
    { 'policies/a.sql': 'revoke all on sequence public.a_id_seq from x;' },
    /^policies\/a\.sql:1:1: No file creates the sequence public\.a_id_seq/,
  ],
  [
    'another publication',
    { 'publications/p.sql': 'alter publication q add table public.a;' },
    /^publications\/p\.sql:1:1: .* about q: it belongs in publications\/q\.sql\./,
  ],
  [
    'another cast',
    { 'casts/e.sql': 'create cast (public.e as integer) with inout;' },
    /^casts\/e\.sql:1:1: .* about e_as_int4: it belongs in casts\/e_as_int4\.sql\./,
  ],
  [
    'an operator on another type',
    {
      'operators/e.sql':
        'create operator public.+ (function = public.f, leftarg = integer, rightarg = public.e);',
    },
    /^operators\/e\.sql:1:1: .* about public\.int4: it belongs in operators\/int4\.sql\./,
  ],
  [
    'what a family loses',
    {
      'operator-families/f.sql':
        'create operator family public.f using btree; alter operator family public.f using btree drop operator 1 (integer, integer);',
    },
    /^operator-families\/f\.sql:1:46: Only `add` is allowed of `alter operator family`\./,
  ],
  [
    'another event trigger',
    { 'event-triggers/e.sql': 'alter event trigger o disable;' },
    /^event-triggers\/e\.sql:1:1: .* about o: it belongs in event-triggers\/o\.sql\./,
  ],
  [
    'a subscription that connects',
    {
      'subscriptions/news.sql': "create subscription news connection 'host=a' publication live;",
    },
    /^subscriptions\/news\.sql:1:1: This subscription would connect to another server\. Write: with \(connect = false\)\./,
  ],
  [
    'a subscription in the file of another',
    {
      'subscriptions/s.sql':
        "create subscription news connection 'host=a' publication live with (connect = false);",
    },
    /^subscriptions\/s\.sql:1:1: .* about news: it belongs in subscriptions\/news\.sql\./,
  ],
  [
    'an object without schema',
    { 'tables/a.sql': 'create table a ();' },
    'tables/a.sql:1:1: a has no schema. Write it in front: public.a.\n  create table a ();\n  ^',
  ],
  [
    'a collation of the schema without its schema',
    {
      'collations/g.sql': "create collation public.g (locale = 'C');",
      'tables/a.sql': 'create table public.a (a text collate "C", b text collate g);',
    },
    'tables/a.sql:1:51: g has no schema. Write it in front: public.g.\n  create table public.a (a text collate "C", b text collate g);\n' +
      `  ${' '.repeat(50)}^`,
  ],
  [
    'a foreign key to a table without schema',
    {
      'tables/a.sql': "create table public.a (\n  é text default '😀', b int references b (id)\n);",
    },
    "tables/a.sql:2:40: b has no schema. Write it in front: public.b.\n    é text default '😀', b int references b (id)\n" +
      `  ${' '.repeat(39)}^`,
  ],
  [
    'a type, a function and a table of the schema without it',
    {
      'types/private.mood.sql': "create type private.mood as enum ('a');",
      'functions/private.g.sql':
        "create function private.g(a pg_catalog.text) returns int language sql as '';",
      'tables/a.sql':
        "create table public.a (\n  m mood,\n  c int default g('x'),\n  t text default now()\n);",
      'views/v.sql': 'create view public.v as select * from a;',
    },
    /^tables\/a\.sql:2:5: mood has .*: private\.mood\.\n.*\n.*\ntables\/a\.sql:3:17: g has .*: private\.g\.\n.*\n.*\nviews\/v\.sql:1:39: a has .*: public\.a\./,
  ],
  [
    'a guard',
    { 'tables/a.sql': 'create table if not exists public.a ();' },
    /^tables\/a\.sql:1:1: Leave out `if not exists`/,
  ],
  [
    'a statement that has no place',
    { 'tables/a.sql': 'create table public.a ();\n\ndrop table public.b;' },
    /^tables\/a\.sql:3:1: A schema file declares what exists, so it never drops\./,
  ],
  [
    'a transaction of its own',
    { 'tables/a.sql': 'begin;\ncreate table public.a ();\ncommit;' },
    /^tables\/a\.sql:1:1: The loader opens and ends the transaction\..*\n.*\n.*\ntables\/a\.sql:3:1: The loader/,
  ],
  [
    'a file without statements',
    { 'tables/a.sql': '-- later\n' },
    'tables/a.sql: empty: it has no statement. Delete the file, or write what it declares.',
  ],
  [
    'a file that does not create its object',
    { 'tables/a.sql': "comment on table public.a is 'x';" },
    'tables/a.sql: no statement here creates a.',
  ],
  [
    'a file that creates its object twice',
    { 'tables/a.sql': 'create table public.a ();\ncreate table public.a (b int);' },
    /^tables\/a\.sql:2:1: This file creates its object twice\./,
  ],
  [
    'an unknown folder',
    { 'table/a.sql': 'create table public.a ();' },
    'table: not a folder of a schema. The folders are schemas, default-privileges, extensions, collations, text-search-parsers, text-search-templates, text-search-dictionaries, text-search-configurations, types, sequences, tables, functions, wrappers, servers, views, triggers, policies, publications, subscriptions, casts, operators, operator-families, operator-classes, event-triggers.',
  ],
  [
    'a folder in a folder',
    { 'tables/old/a.sql': '' },
    'tables/old: the folders of the schema hold no folders.',
  ],
  [
    'a file beside the folders',
    { 'a.sql': '' },
    /^a\.sql: a schema file must be in the folder of its kind: schemas, /,
  ],
  [
    'a file with another ending',
    { 'tables/a.SQL': '', 'tables/b.sql.bak': '' },
    'tables/a.SQL: not a .sql file, so it would be ignored. Rename or remove it.\n' +
      'tables/b.sql.bak: not a .sql file, so it would be ignored. Rename or remove it.',
  ],
  [
    'a file that is not UTF-8',
    { 'tables/a.sql': Buffer.from([0xff]) },
    'tables/a.sql: not UTF-8 text. Save the file as UTF-8.',
  ],
  [
    'a file with a byte order mark',
    { 'tables/a.sql': '\uFEFFcreate table public.a ();' },
    /^tables\/a\.sql: starts with a byte order mark/,
  ],
  [
    'a NUL character',
    { 'tables/a.sql': 'create table public.a ();\n\0' },
    'tables/a.sql:2:1: a NUL character. Save the file as UTF-8 text.',
  ],
])('%s is refused', async (_, files, message) => {
  expect(await refusal(files)).toMatch(message)
})

test('every wrong file is told, not only the first', async () => {
  const found = await refusal({
    'tables/a.sql': 'create table public.x ();',
    'tables/b.sql': 'create tabel public.b ();',
    'funcs/c.sql': '',
  })
  expect(found.split('\n').filter((line) => !line.startsWith(' '))).toEqual([
    'funcs: not a folder of a schema. The folders are schemas, default-privileges, extensions, collations, text-search-parsers, text-search-templates, text-search-dictionaries, text-search-configurations, types, sequences, tables, functions, wrappers, servers, views, triggers, policies, publications, subscriptions, casts, operators, operator-families, operator-classes, event-triggers.',
    'tables/b.sql:1:8: syntax error at or near "tabel"',
    'tables/a.sql:1:1: This is `create table` about public.x: it belongs in tables/x.sql.',
  ])
})

test('a link to nowhere is refused, and a link to a file is read', async () => {
  await withFiles({ 'real.txt': 'create table public.a ();' }, async (folder) => {
    await mkdir(join(folder, 'schema/tables'), { recursive: true })
    await symlink(join(folder, 'real.txt'), join(folder, 'schema/tables/a.sql'))
    expect((await loadStatements(join(folder, 'schema'))).length).toBe(1)
    await symlink(join(folder, 'gone'), join(folder, 'schema/tables/b.sql'))
    const action = async (): Promise<unknown> => loadStatements(join(folder, 'schema'))
    expect(await messageOfFailure(folder, action)).toBe(
      'schema/tables/b.sql: a link to a file that is not there.',
    )
  })
})

test('a schema that is not there is refused', async () => {
  await withFiles({}, async (folder) => {
    const action = async (): Promise<unknown> => loadStatements(join(folder, 'schema'))
    expect(await messageOfFailure(folder, action)).toMatch(
      /^schema: no such folder\. It should hold the schema files: schemas, /,
    )
  })
})

test('an empty schema is one', async () => {
  expect(await load({ 'tables/.gitkeep': '' })).toEqual([])
})

test('what only psql knows is refused in the words that diff has', async () => {
  expect(
    await refusal({
      'tables/a.sql': '\\unrestrict x\ncreate table public.a (id integer);\n',
      'tables/b.sql': 'create table public.b (id integer);\ncopy public.b from stdin;\n1\n\\.\n',
    }),
  ).toBe(
    'tables/a.sql:1:1: \\unrestrict is a command of psql, not SQL. Remove it from the file.\n  \\unrestrict x\n  ^\n' +
      'tables/b.sql:2:1: Rows after `copy … from stdin` are data, and only psql can read them from a file. Leave them out (pg_dump --schema-only).\n  copy public.b from stdin;\n  ^',
  )
})
