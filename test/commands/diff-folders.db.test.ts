import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { planBetween } from '../../src/index.ts'
import type { BetweenResult } from '../../src/index.ts'
import { messageOfFailure, withFiles } from '../support/files.ts'
import { longer } from '../support/sample.ts'

type Files = Readonly<Record<string, string>>

/** Plans from an empty file to a source among these files, unproved; places are told from their folder. */
async function planTo(
  files: Files,
  source: string,
): Promise<Pick<BetweenResult, 'notes'> & { readonly statements: readonly string[] }> {
  return withFiles({ ...files, 'empty.sql': '' }, async (folder) => {
    const { segments, unmanaged, notes } = await planBetween(requestOf(folder, source))
    expect(unmanaged).toEqual([])
    return {
      statements: segments.flatMap(({ statements }) => statements.map(({ sql }) => sql)),
      notes: notes
        .map((note) => note.replaceAll(`${folder}/`, ''))
        .filter((note) => !note.startsWith('empty.sql')),
    }
  })
}

/** What is said where a source cannot be taken. */
async function refusalOf(files: Files, source: string): Promise<string> {
  return withFiles({ ...files, 'empty.sql': '' }, async (folder) =>
    messageOfFailure(folder, async () => planBetween(requestOf(folder, source))),
  )
}

function requestOf(folder: string, source: string): Parameters<typeof planBetween>[0] {
  const [said = '', path] = source.includes(':') ? source.split(':') : ['', source]
  const to = join(folder, path ?? '')
  return {
    from: join(folder, 'empty.sql'),
    to: said === '' ? to : `${said}:${to}`,
    platform: 'none',
    proof: false,
    workbench: inject('workbench').url,
  }
}

const employees =
  'create table employees (id integer, department integer references departments (id));\n'
const departments = 'create table departments (id integer primary key);\n'
const tables = [
  'create table public.departments (\n  id integer not null,\n  constraint departments_pkey primary key (id)\n)',
  'create table public.employees (\n  id integer,\n  department integer\n)',
  'alter table public.employees\n  add constraint employees_department_fkey foreign key (department)\n    references public.departments (id)',
]

function asSchema(folder: string): string {
  return `${folder}: read as schema files: every statement in it says what is there. To read it otherwise, write migrations:${folder}.`
}

function asMigrations(folder: string, reason: string): string {
  return `${folder}: read as migrations: ${reason}. To read it otherwise, write schema:${folder}.`
}

describe('a folder of schema files of somebody', () => {
  it.each<readonly [string, Files]>([
    ['flat', { 's/employees.sql': employees, 's/zones.sql': departments }],
    ['numbered', { 's/9_departments.sql': departments, 's/10_employees.sql': employees }],
    [
      'folders of folders',
      { 's/a/b/employees.sql': employees, 's/c/d/departments.sql': departments },
    ],
    [
      'with comments, rights, rows and row security',
      {
        's/departments.sql': `${departments}comment on table departments is null;\ngrant select on departments to public;\nrevoke select on departments from public;\ninsert into departments values (1);\n`,
        's/employees.sql': `${employees}insert into employees values (1, 1);\n`,
      },
    ],
  ])('is loaded in whatever order works: %s', async (_name, files) => {
    expect(await planTo(files, 's')).toEqual({ statements: tables, notes: [asSchema('s')] })
  })

  it('may have tables that refer to each other', async () => {
    const files = {
      's/a.sql': 'create table a (id integer primary key, b integer references b (id));',
      's/b.sql': 'create table b (id integer primary key, a integer references a (id));',
    }
    const { statements } = await planTo(files, 's')
    expect(statements.map((text) => text.split('\n')[0])).toEqual([
      'create table public.a (',
      'create table public.b (',
      'alter table public.a',
      'alter table public.b',
    ])
  })

  it('may have functions that come before what they speak of', async () => {
    const files = {
      's/a.sql':
        'create function one() returns bigint language sql as $$ select count(*) from b $$;',
      's/b.sql': 'create table b (id integer);',
    }
    const { statements } = await planTo(files, 's')
    expect(statements.slice(0, 2).map((text) => text.split('\n')[0])).toEqual([
      'create table public.b (',
      'create function public.one()',
    ])
  })

  it('names the statement that cannot be loaded', async () => {
    const files = {
      's/a.sql': 'create table a (id integer);\ncreate view v as select no from a;\n',
    }
    expect(await refusalOf(files, 's')).toMatch(/^s\/a\.sql:2:25: column "no" does not exist/)
  })
})

describe('a folder of migrations of somebody', longer, () => {
  it.each<readonly [string, Files, readonly string[]]>([
    [
      'a statement that changes what is there',
      { 'm/1_a.sql': departments, 'm/2_b.sql': 'alter table departments add name text;' },
      [asMigrations('m', '2_b.sql:1 changes what is there')],
    ],
    [
      'a folder of down files',
      {
        'm/1_a.sql': 'create table departments (id integer primary key, name text);',
        'm/down/1_a.sql': 'drop table departments;',
      },
      [
        asMigrations('m', 'it has m/down'),
        'm: left out, since it does not lead to the state: down/1_a.sql.',
      ],
    ],
  ])('is known by %s', async (_name, files, notes) => {
    expect(await planTo(files, 'm')).toEqual({
      statements: [
        'create table public.departments (\n  id integer not null,\n  name text,\n  constraint departments_pkey primary key (id)\n)',
      ],
      notes,
    })
  })

  it('is run in the order of its numbers', async () => {
    const files = { 'm/10_b.sql': 'alter table a add b text;', 'm/9_a.sql': 'create table a ();' }
    const { statements } = await planTo(files, 'm')
    expect(statements).toEqual(['create table public.a (\n  b text\n)'])
  })

  it('leaves out what takes a migration back', async () => {
    const files = {
      'm/1/up.sql': 'create table a (); alter table a add b text;',
      'm/1/down.sql': 'drop table a;',
      'm/2_c.up.sql': 'alter table a add c text;',
      'm/2_c.down.sql': 'alter table a drop c;',
    }
    const { statements } = await planTo(files, 'm')
    expect(statements).toEqual(['create table public.a (\n  b text,\n  c text\n)'])
  })

  it('leaves out what takes a migration back in the same file, and says so', async () => {
    const files = {
      'm/1_a.sql': '-- +goose Up\ncreate table a (b text);\n-- +goose Down\ndrop table a;\n',
    }
    expect(await planTo(files, 'm')).toEqual({
      statements: ['create table public.a (\n  b text\n)'],
      notes: [
        asMigrations('m', 'a file has what takes it back'),
        'm/1_a.sql:3: what follows `-- +goose Down` takes the migration back, so it is left out.',
      ],
    })
    expect((await planTo(files, 'm/1_a.sql')).statements).toEqual([
      'create table public.a (\n  b text\n)',
    ])
  })

  it('is said to be empty where it is', async () => {
    const { notes } = await planTo({ 'm/.keep': '' }, 'm')
    expect(notes).toEqual(['m: no migration is in it: this is the state of an empty database'])
  })

  it('tells of the platform where it is made for Supabase', async () => {
    const files = { 'm/1_a.sql': 'create table a ();\ncreate view v as select auth.uid();\n' }
    expect(await refusalOf(files, 'm')).toMatch(
      /^m\/1_a\.sql:2:\d+: schema "auth" does not exist[^]*\nSupabase has the schema auth: with --platform supabase, files are loaded on what Supabase has\.$/,
    )
  })

  it('is what the person says', async () => {
    const files = { 's/1_a.sql': departments, 's/2_b.sql': departments }
    expect(await refusalOf(files, 'migrations:s')).toMatch(
      /^s\/2_b\.sql:1:1: relation "departments" already exists/,
    )
    expect((await planTo({ 's/1_a.sql': departments }, 'schema:s')).notes).toEqual([
      's: read as schema files: as was said.',
    ])
  })

  it.each([
    [
      'create index concurrently i on a (id);',
      'CREATE INDEX CONCURRENTLY cannot run inside a transaction block',
    ],
    ['vacuum a;', 'VACUUM cannot run inside a transaction block'],
    ['do $$ begin insert into a values (1); commit; end $$;', 'invalid transaction termination'],
  ])('runs a file statement by statement where a transaction cannot be: %s', async (text, why) => {
    const files = {
      'm/1_a.sql': `create table a (id integer);\nalter table a add b text;\n${text}\n`,
    }
    expect((await planTo(files, 'm')).notes).toEqual([
      asMigrations('m', '1_a.sql:2 changes what is there'),
      `m/1_a.sql: run statement by statement, since PostgreSQL refuses it in a transaction: ${why}.`,
    ])
  })

  it('runs a file statement by statement where it asks for that', async () => {
    const files = {
      'm/1_a.sql':
        '-- atlas:txmode none\n\ncreate table a (id integer);\ndrop index concurrently if exists i;\n',
    }
    expect((await planTo(files, 'm')).notes).toEqual([
      asMigrations('m', '1_a.sql:4 changes what is there'),
      'm/1_a.sql: run statement by statement, as it asks.',
    ])
  })

  it('keeps nothing of a file that fails', async () => {
    const files = { 'm/1_a.sql': 'create table a ();\nalter table no add b text;\n' }
    expect(await refusalOf(files, 'm')).toMatch(/^m\/1_a\.sql:2:1: relation "no" does not exist/)
  })

  it.each(['alter system set work_mem to 1000;', 'create database other;'])(
    'refuses, with its place, what is about the whole server: %s',
    async (text) => {
      const files = { 'm/1_a.sql': `create table a ();\n  ${text}\n` }
      expect(await refusalOf(files, 'm')).toMatch(
        /^m\/1_a\.sql:2:3: This is about the whole server/,
      )
    },
  )
})

describe('a subscription in files', () => {
  const head = "create subscription sub connection 'host=a password=opensesame' publication one"
  const quiet = `${head} with (connect = false);\n`

  it('is planned, where it connects to no other server', async () => {
    const files = {
      'm/1_a.sql': `${head} with (connect = false, slot_name = other);\n`,
      'm/2_b.sql': 'alter subscription sub set publication two with (refresh = false);\n',
    }
    const { statements } = await planTo(files, 'migrations:m')
    // What is usual for it differs between versions.
    expect(statements.map((sql) => sql.replace(/, streaming = \w+/, ''))).toEqual([
      [
        'create subscription sub',
        "  connection 'host=''(fill in)'' password=''(fill in)'''",
        '  publication two',
        '  with (connect = false, enabled = false, slot_name = none)',
      ].join('\n'),
    ])
  })

  it('is gone where the files drop it', async () => {
    const drop = 'alter subscription sub set (slot_name = none);\ndrop subscription sub;\n'
    const { statements } = await planTo({ 'm/1_a.sql': quiet + drop }, 'migrations:m')
    expect(statements).toEqual([])
  })

  it.each([
    ['', `${head};`, '1:1: This subscription would connect to another server'],
    [quiet, 'alter subscription sub enable;', '2:1: This would make a subscription connect'],
    [quiet, 'drop subscription sub;', "2:1: This would drop the subscription's slot"],
  ])('is refused at its place, where it would: %#', async (before, statement, sentence) => {
    const refusal = await refusalOf({ 'm/1_a.sql': `${before}${statement}\n` }, 'migrations:m')
    expect(refusal).toContain(`m/1_a.sql:${sentence}`)
    expect(refusal).not.toContain('opensesame')
  })
})

describe('a dump', () => {
  it('has its rows loaded, and commands of psql passed over', async () => {
    const dump = [
      String.raw`\restrict abc`,
      'create table public.a (id integer generated always as identity, b text);',
      String.raw`\connect other`,
      'copy public.a (id, b) from stdin;',
      String.raw`1	it's`,
      String.raw`7	\N`,
      String.raw`\.`,
      '',
      'create table public.b as select max(id) + 0.5 as id, count(b) as many from public.a;',
      'create function public.f() returns integer language sql as $$ select 1 $$;',
      "do $$ begin if (select (id, many) <> (7.5, 1) from public.b) then raise 'rows'; end if; end $$;",
      '',
    ].join('\n')
    const { notes } = await planTo({ 'dump.sql': dump }, 'dump.sql')
    expect(notes).toEqual([
      String.raw`dump.sql:3: \connect is a command of psql that changes no database, so it is passed over.`,
    ])
  })

  it('names the rows that cannot be loaded', async () => {
    const dump = 'create table public.a (id integer);\ncopy public.a from stdin;\nx\n\\.\n'
    expect(await refusalOf({ 'dump.sql': dump }, 'dump.sql')).toMatch(
      /^dump\.sql:2:1: invalid input syntax for type integer: "x"/,
    )
  })
})
