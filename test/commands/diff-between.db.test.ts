import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { runVerb } from '../support/cli.ts'
import { sql, withTestDatabase } from '../support/database.ts'
import { home } from '../support/tracked-files.ts'
import { longer, sampleBy } from '../support/sample.ts'

const notes = `create table public.notes (
  id integer primary key,
  body text not null
);
`
const titled = `create table public.notes (
  id integer primary key,
  body text not null,
  title text
);
`

const files = {
  'a.sql': notes,
  'b.sql': titled,
  'empty.sql': '',
  'schema/tables/notes.sql': titled,
  'migrations/001_notes.sql': notes,
  'migrations/20240102030405_title.sql': 'alter table public.notes add column title text;\n',
} as const

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'between-'))
  for (const [name, text] of Object.entries(files)) await write(name, text)
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

async function write(name: string, text: string): Promise<string> {
  await mkdir(dirname(join(folder, name)), { recursive: true })
  await writeFile(join(folder, name), text)
  return join(folder, name)
}

/** Calls diff as a person in the folder does through npm. */
async function diff(...words: readonly string[]): ReturnType<typeof runVerb> {
  const env = { WORKBENCH_URL: inject('workbench').url, INIT_CWD: folder }
  return runVerb('diff', { cwd: home, words, env })
}

/** The value of --json and the exit code. */
async function json(...words: readonly string[]): Promise<unknown> {
  const { code, stdout } = await diff(...words, '--json')
  return { code, ...JSON.parse(stdout) }
}

const addTitle = {
  sql: 'alter table public.notes\n  add column title text',
  kind: 'column',
  object: 'column public.notes.title',
  verb: 'create',
  parts: [],
  note: null,
  hazards: ['blocks_reads'],
  risks: [{ hazard: 'blocks_reads', what: 'public.notes' }],
}
const dropTitle = {
  sql: 'alter table public.notes\n  drop column title',
  kind: 'column',
  object: 'column public.notes.title',
  verb: 'drop',
  parts: [],
  note: null,
  hazards: ['data_loss', 'blocks_reads', 'breaks_clients'],
  risks: [
    { hazard: 'data_loss', what: 'column public.notes.title' },
    { hazard: 'blocks_reads', what: 'public.notes' },
    { hazard: 'breaks_clients', what: 'column public.notes.title is dropped' },
  ],
}
const forth = [{ transaction: true, statements: [addTitle] }]
const back = [{ transaction: true, statements: [dropTitle] }]
const planned = {
  equal: false,
  proved: true,
  why: null,
  copied: null,
  unmanaged: [],
  locks: [{ table: 'public.notes', mode: 'access exclusive' }],
  rows: [{ table: 'public.notes', rows: 0, kept: null, why: 'there are no sample rows' }],
  failing: [],
  proof: [
    { way: 'up', part: 1, differences: [], milliseconds: expect.any(Number) },
    { way: 'down', part: 1, differences: [], milliseconds: expect.any(Number) },
  ],
  notes: [],
}
const equal = {
  code: 0,
  equal: true,
  proved: true,
  why: null,
  copied: null,
  segments: [],
  down: [],
  unmanaged: [],
  locks: [],
  rows: [],
  failing: [],
  proof: [],
  notes: [],
}

/** How a folder is told. */
function readAsMigrations(): string {
  const path = join(folder, 'migrations')
  return `${path}: read as migrations: 20240102030405_title.sql:1 changes what is there. To read it otherwise, write schema:${path}.`
}

const noRule =
  /it is new, and no rule plans a conversion: write its statements into a migration \(npm run new NAME\)/

describe('diff between two sources', () => {
  it('prints the migration, which is one transaction a segment, and says what was proved', async () => {
    const { code, stdout, stderr } = await diff('--from', 'a.sql', '--to', 'b.sql')
    expect({ code, stdout }).toEqual({
      code: 2,
      stdout: 'begin;\nalter table public.notes\n  add column title text;\ncommit;\n',
    })
    expect(stderr).toContain('proved up and down on a copy')
  })

  it('prints both as JSON', async () => {
    expect(await json('--from', 'a.sql', '--to', 'b.sql')).toEqual({
      code: 2,
      ...planned,
      segments: forth,
      down: back,
    })
    expect(await json('--from', 'b.sql', '--to', 'a.sql')).toEqual({
      code: 2,
      ...planned,
      segments: back,
      down: forth,
    })
  })

  it('says so when both are equal, and prints nothing else', async () => {
    expect(await json('--from', 'b.sql', '--to', 'b.sql')).toEqual(equal)
    const { code, stdout, stderr } = await diff('--from', 'b.sql', '--to', 'b.sql')
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
    expect(stderr).toContain('The two states are equal.')
  })

  it('says that the same columns stand in another order, also where others are planned', async () => {
    const turned = 'create table public.turned (b text, a integer);\n'
    const from = await write('order.sql', 'create table public.turned (a integer, b text);\n')
    const note = 'the same columns stand in another order, which is no difference: public.turned'
    const to = await write('other-order.sql', turned)
    expect(await json('--from', from, '--to', to)).toEqual({ ...equal, notes: [note] })
    const more = await write('more-order.sql', turned.replace('b text', 'b text, c text'))
    expect(await json('--from', from, '--to', more)).toMatchObject({ code: 2, notes: [note] })
  })

  it.each(
    sampleBy(['schema', 'migrations', './b.sql'], { usual: 30, others: 0 }, (source) => source),
  )('takes %s for the same', async (source) => {
    expect(await json('--from', source, '--to', 'b.sql')).toEqual({
      ...equal,
      notes: source === 'migrations' ? [readAsMigrations()] : [],
    })
    expect(await json('--from', 'a.sql', '--to', source)).toMatchObject({ segments: forth })
  })

  it('names what cannot be planned, exits 1, and prints the JSON all the same', async () => {
    const conversion = `create conversion public.conv for 'UTF8' to 'LATIN1' from utf8_to_iso8859_1;
`
    const to = await write('with-conversion.sql', notes + conversion)
    const { code, stdout, stderr } = await diff('--from', 'a.sql', '--to', to, '--json')
    const { unmanaged, proved } = JSON.parse(stdout)
    expect({ code, proved, unmanaged }).toEqual({
      code: 1,
      proved: false,
      unmanaged: [{ object: 'conversion public.conv', why: expect.stringMatching(noRule) }],
    })
    expect(stderr).toMatch(noRule)
    expect(stderr).toMatch(
      /^not planned: conversion public\.conv: it is new, [^\n]*\nSome differences cannot be planned\.\n$/,
    )
  })
})

describe('diff between two sources, further', longer, () => {
  it('prints the down direction with --down, with what it risks on standard error', async () => {
    const { code, stdout } = await diff('--from', 'a.sql', '--to', 'b.sql', '--down', '--sql')
    expect({ code, stdout }).toEqual({
      code: 2,
      stdout: 'begin;\nalter table public.notes\n  drop column title;\ncommit;\n',
    })
  })

  it('takes a database of somebody, and leaves it alone', async () => {
    await withTestDatabase({ kind: 'empty' }, async (db) => {
      await db.text(notes)
      await db.text("insert into public.notes values (1, 'x')")
      const found = await json('--from', db.url, '--to', 'b.sql')
      // What a file makes belongs to the workbench's user.
      expect(found).toMatchObject({
        code: 2,
        proved: true,
        segments: [
          {
            statements: [
              { sql: 'alter table public.notes owner to supabase_admin' },
              { sql: addTitle.sql },
            ],
          },
        ],
      })
      const asAdmin = db.adminUrl
      await db.superuser.query(sql`alter table public.notes owner to supabase_admin`)
      expect(await json('--from', asAdmin, '--to', 'b.sql')).toMatchObject({
        code: 2,
        proved: true,
        segments: forth,
        down: back,
      })
      expect(await json('--from', 'b.sql', '--to', asAdmin)).toMatchObject({ segments: back })
      expect(await json('--from', asAdmin, '--to', 'a.sql')).toMatchObject({ code: 0, equal: true })
      expect(await json('--from', asAdmin, '--to', asAdmin)).toMatchObject({ code: 0, equal: true })
      expect(await db.query(sql`select * from public.notes`)).toEqual([{ id: 1, body: 'x' }])
    })
  })

  it('tries rows that a file has, and names a statement that they stand against', async () => {
    const from = await write(
      'rows.sql',
      `${titled}insert into public.notes values (1, 'x', null);\n`,
    )
    const to = await write('strict.sql', titled.replace('title text', 'title text not null'))
    const { code, stdout, stderr } = await diff('--from', from, '--to', to)
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain(
      'not planned: column public.notes.title: the up direction fails: column "title" of relation "notes" contains null values (23502)',
    )
  })

  it('plans the schemas that are asked for, and those alone', async () => {
    const from = await write('two.sql', 'create schema one;\ncreate schema "Two, 2";\n')
    const more = 'create schema one;\ncreate table one.t (id int);\ncreate schema two;\n'
    const to = await write('more.sql', more)
    expect(await json('--from', from, '--to', to, '--schemas', 'one')).toMatchObject({
      code: 2,
      proved: true,
      segments: [{ statements: [{ object: 'table one.t' }] }],
    })
    expect(await json('--from', from, '--to', to, '--schemas', 'public')).toEqual(equal)
    const { stderr } = await diff('--from', from, '--to', to, '--schemas', 'one,tow')
    expect(stderr).toContain('--schemas: tow: neither of the two states has this schema.')
  })

  it('lays the platform under this project’s own folders', async () => {
    const words = ['--from', join(home, 'migrations'), '--to', join(home, 'schema')]
    expect(await json(...words)).toMatchObject({ code: 0, equal: true })
  })

  it('does not try it with --no-proof, and says so', async () => {
    expect(await json('--from', 'a.sql', '--to', 'b.sql', '--no-proof')).toMatchObject({
      code: 2,
      proved: null,
      why: expect.stringMatching(/^no proof was requested \(--no-proof\)/),
      segments: forth,
    })
  })

  it('takes what pg_dump writes, and passes over roles and the database itself, which it says', async () => {
    const dump = await write(
      'dump.sql',
      `--\n-- PostgreSQL database dump\n--\n\n\\restrict x\n\nSET statement_timeout = 0;
SELECT pg_catalog.set_config('search_path', '', false);
CREATE ROLE anon;
GRANT CONNECT, TEMPORARY ON DATABASE other TO anon;
ALTER DATABASE other OWNER TO anon;
ALTER DATABASE other SET "app.settings.jwt_secret" TO 'opensesame';
COMMENT ON DATABASE other IS 'theirs';
COMMENT ON ROLE anon IS 'nobody';
${titled}
\\unrestrict x
`,
    )
    expect(await json('--from', 'b.sql', '--to', dump)).toEqual({
      ...equal,
      notes: [
        `${dump}:9: create role: roles belong to the server and are not planned, so this is ignored.`,
        `${dump}:10: rights on a database: these belong to the server and are not planned, so this is ignored.`,
        `${dump}:11: alter database: the database itself is no part of a state, so this is ignored.`,
        `${dump}:12: alter database: the database itself is no part of a state, so this is ignored.`,
        `${dump}:13: comment on a database: it is of the server, or the database itself, and no part of a state, so this is ignored.`,
        `${dump}:14: comment on a role: it is of the server, or the database itself, and no part of a state, so this is ignored.`,
      ],
    })
  })

  it('runs a file statement by statement where it takes more than one transaction', async () => {
    const several = await write(
      'several.sql',
      `begin;\n${titled}commit;\ncreate index concurrently notes_title on public.notes (title);
create type public.mood as enum ('a');\nalter type public.mood add value 'b';
alter table public.notes add column mood public.mood default 'b';\n`,
    )
    expect(await json('--from', 'b.sql', '--to', several)).toMatchObject({ code: 2, proved: true })
  })
})

describe('diff refuses', () => {
  const few = { usual: 15, others: 0 }
  const refusals: readonly (readonly [string, readonly string[], string])[] = [
    ['one state alone', ['--from', 'a.sql'], '--from needs two states. Give --to too.'],
    ['flags without states', ['--no-proof'], '--no-proof needs two states. Give --from too.'],
    ['an unknown flag', ['--form', 'a.sql'], "Unknown option '--form'"],
    [
      'two sorts of output',
      ['--from', 'a.sql', '--to', 'b.sql', '--sql', '--json'],
      '--sql and --json exclude each other: standard output is one or the other.',
    ],
    [
      'another extent of the proof',
      ['--from', 'a.sql', '--to', 'b.sql', '--proof', 'half'],
      '--proof half: no such extent. It is touched, whole, none.',
    ],
    [
      'no proof and one',
      ['--from', 'a.sql', '--to', 'b.sql', '--no-proof', '--proof', 'touched'],
      '--no-proof and --proof touched exclude each other.',
    ],
    [
      'another platform',
      ['--from', 'a.sql', '--to', 'b.sql', '--platform', 'rds'],
      '--platform rds: no such platform. It is supabase or none.',
    ],
    [
      'schemas without a name',
      ['--from', 'a.sql', '--to', 'b.sql', '--schemas', 'a,'],
      '--schemas a,: should be names separated by commas, such as a,b.',
    ],
    [
      'a file that is not there',
      ['--from', 'c.sql', '--to', 'b.sql'],
      'c.sql: no such file or folder.',
    ],
    [
      'a URL of something else',
      ['--from', 'mysql://u:p@h/d', '--to', 'b.sql'],
      'mysql://…: no such source.',
    ],
  ]
  it.each(sampleBy(refusals, few, ([what]) => what))('%s', async (_what, words, sentence) => {
    const { code, stdout, stderr } = await diff(...words)
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain(sentence)
    expect(stderr).not.toContain('    at ')
  })

  const broken: readonly (readonly [string, string, string])[] = [
    [
      'a statement that fails, at its place',
      'create table public.t (id int);\n\ncreate view public.v as\n  select nothing from public.t;\n',
      'x.sql:4:10: column "nothing" does not exist (42703)\n    select nothing from public.t;\n           ^',
    ],
    [
      'a syntax error',
      'create table public.t (id int,,);\n',
      'x.sql:1:31: syntax error at or near ","',
    ],
    [
      'a role that the server lacks',
      'create table public.t (id int);\ngrant select on public.t to nobody_here;\n',
      'x.sql:2:1: role "nobody_here" does not exist (42704)',
    ],
    [
      'a role that a file would make',
      'create role nobody_here;\n',
      'x.sql: creates the role nobody_here, which the server of the workbench lacks.',
    ],
    [
      'another database',
      'select 1;\ncreate database other;\n',
      'x.sql:2:1: This is about the whole server, and a state is one database.',
    ],
    [
      'an extension that the workbench lacks',
      'create extension pg_cron;\n',
      'hint: The embedded workbench has the extensions that come with PostgreSQL. Set WORKBENCH_URL to a server that has this one',
    ],
    ['a command of psql', 'select 1;\n\\i other.sql\n', 'x.sql:2:1: \\i is a command of psql'],
  ]
  it.each(sampleBy(broken, few, ([what]) => what))('%s', async (_what, text, sentence) => {
    const path = await write('x.sql', text)
    const { code, stdout, stderr } = await diff('--from', 'empty.sql', '--to', path)
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain(sentence)
    expect(stderr).not.toContain('    at ')
  })
})
