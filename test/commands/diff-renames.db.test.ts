import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { runVerb } from '../support/cli.ts'
import { sendText } from '../../src/postgres/connect.ts'
import { withTestDatabase } from '../support/database.ts'
import { home } from '../support/tracked-files.ts'
import { longer } from '../support/sample.ts'

const before = `create table public.notes (
  id integer primary key,
  body text
);
insert into public.notes (id, body) values (1, 'one');
`

/** The same with the column `body` called `content`, and a line above it. */
function renamed(line: string): string {
  return `create table public.notes (
  id integer primary key,
  ${line}
  content text
);
`
}

/** The same with a number in `body`, and a line above it. */
function retyped(line: string): string {
  return `create table public.notes (
  id integer primary key,
  ${line}
  body integer
);
`
}

/** The same with an event trigger, a line above it, and for some statements alone. */
function listening(line: string, name: string, tags = ''): string {
  return `create table public.notes (id integer primary key);
create function public.f() returns event_trigger language plpgsql as 'begin end';
${line}
create event trigger ${name} on ddl_command_end ${tags} execute function public.f();
`
}

/** An operator class in a family of another name, an index by it, and a line above each. */
function classed(name: string, line = '', inside = ''): string {
  return `${line}
create operator family public."The ${name}" using btree;
${inside}
create operator class public.${name}_ops for type integer using btree family public."The ${name}" as
  operator 1 < (integer, integer), function 1 btint4cmp(integer, integer);
create table public.t (id integer);
create index t_id_idx on public.t (id public.${name}_ops);
`
}

const declared = renamed('-- @renamed from=body')

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diff-renames-'))
  await write('before.sql', before)
  await write('empty.sql', '')
  await write('other.sql', 'create table public.other (id integer);\n')
  await write('remarks.sql', `-- @author somebody\n${before}`)
  await write('after.sql', declared)
  await write('schema/tables/notes.sql', declared)
  await write('likely/tables/notes.sql', renamed('-- what it says'))
  await write('new/tables/notes.sql', renamed('-- @new'))
  await write('retyped.sql', retyped('-- @using length(body)'))
  await write(
    'stray.sql',
    retyped('-- @using length(body)').replace('body integer', 'more integer'),
  )
  await write(
    'anew.sql',
    (before.split('insert')[0] ?? '').replace(
      'id integer',
      '-- @new\n  id uuid default gen_random_uuid()',
    ),
  )
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

async function write(name: string, text: string): Promise<string> {
  const path = join(folder, name)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
  return path
}

/** Calls diff in the folder. */
async function diff(from: string, to: string, ...words: string[]): ReturnType<typeof runVerb> {
  const env = { WORKBENCH_URL: inject('workbench').url, INIT_CWD: folder }
  return runVerb('diff', { cwd: home, words: ['--from', from, '--to', to, ...words], env })
}

async function plan(from: string, to: string): Promise<unknown> {
  const { code, stdout } = await diff(from, to, '--json')
  return { code, ...JSON.parse(stdout) }
}

const rename = 'alter table public.notes\n  rename column body to content'
const back = 'alter table public.notes\n  rename column content to body'
const kept = [{ table: 'public.notes', rows: 1, kept: true, why: null }]

const sources = longer.skip ? ['after.sql'] : ['schema', 'after.sql']

describe('diff follows the directives of the files that it leads to', () => {
  it.each(sources)('of %s: a rename, and no value is lost', async (to) => {
    expect(await plan('before.sql', to)).toMatchObject({
      code: 2,
      proved: true,
      segments: [
        {
          statements: [
            { sql: rename, verb: 'rename', hazards: ['blocks_reads', 'breaks_clients'] },
          ],
        },
      ],
      down: [{ statements: [{ sql: back, verb: 'rename' }] }],
      rows: kept,
    })
  })

  it.skipIf(longer.skip)(
    'and renames what somebody has in a database, of which it makes a copy',
    async () => {
      await withTestDatabase({ kind: 'empty' }, async ({ adminUrl: url, superuser }) => {
        await sendText(superuser, before)
        expect(await plan(url, 'schema')).toMatchObject({
          code: 2,
          proved: true,
          segments: [{ statements: [{ sql: rename }] }],
          down: [{ statements: [{ sql: back }] }],
        })
        await sendText(superuser, rename)
        expect(await plan(url, 'schema')).toMatchObject({ code: 0, equal: true })
      })
    },
  )

  it.skipIf(longer.skip)('passes over one where all is made for the first time', async () => {
    expect(await plan('empty.sql', 'schema')).toMatchObject({
      code: 2,
      proved: true,
      segments: [{ statements: [{ object: 'table public.notes', verb: 'create' }] }],
    })
  })

  it.each(sources)('refuses one of %s that cannot be followed', async (to) => {
    const { code, stdout, stderr } = await diff('other.sql', to)
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(
      /\.sql:3:3: there is no column public\.notes\.body to rename, and no public\.notes\.content either\./,
    )
  })

  it.skipIf(longer.skip)('of a file: a type by an expression', async () => {
    const convert = 'alter table public.notes\n  alter column body type integer using length(body)'
    expect(await plan('before.sql', 'retyped.sql')).toMatchObject({
      code: 2,
      proved: true,
      segments: [
        { statements: [{ sql: convert, hazards: expect.arrayContaining(['data_loss']) }] },
      ],
      down: [{ statements: [{ sql: 'alter table public.notes\n  alter column body type text' }] }],
    })
  })

  it.skipIf(longer.skip)('refuses an expression for a column that is new', async () => {
    const { code, stderr } = await diff('before.sql', 'stray.sql')
    expect(code).toBe(1)
    expect(stderr).toMatch(
      /stray\.sql:3:3: column public\.notes\.more is new, so there is nothing to convert/,
    )
  })

  it.skipIf(longer.skip)(
    'drops a column with its values where no cast keeps them and it is said to be new',
    async () => {
      const { stdout } = await diff('before.sql', 'anew.sql')
      expect(stdout).toContain('drop column id')
    },
  )

  it.skipIf(longer.skip)('of an event trigger, also of one that is recreated', async () => {
    await write('listens.sql', listening('', 'one'))
    await write('listens-renamed.sql', listening('-- @renamed from=one', 'two'))
    await write(
      'listens-otherwise.sql',
      `${listening('-- @renamed from=one', 'two', "when tag in ('CREATE TABLE')")}
create table public.more (id integer primary key);
`,
    )
    expect(await plan('listens.sql', 'listens-renamed.sql')).toMatchObject({
      code: 2,
      proved: true,
      segments: [
        {
          statements: [{ sql: 'alter event trigger one rename to two', verb: 'rename', risks: [] }],
        },
      ],
      down: [{ statements: [{ sql: 'alter event trigger two rename to one' }] }],
    })
    expect(await plan('listens.sql', 'listens-otherwise.sql')).toMatchObject({
      code: 2,
      proved: true,
      segments: [
        {
          statements: [
            { sql: 'alter event trigger one rename to two' },
            { sql: 'drop event trigger two' },
            { object: 'table public.more' },
            { object: 'eventTrigger two', verb: 'create' },
          ],
        },
      ],
    })
  })

  it.skipIf(longer.skip)(
    'of operator classes and families, though they lie in no relation',
    async () => {
      await write('classes.sql', classed('old'))
      await write(
        'classes-renamed.sql',
        classed('new', '-- @renamed from="The old"', '-- @renamed from=old_ops'),
      )
      expect(await plan('classes.sql', 'classes-renamed.sql')).toMatchObject({
        code: 2,
        proved: true,
        segments: [
          {
            statements: [
              { sql: 'alter operator family public."The old" using btree rename to "The new"' },
              { sql: 'alter operator class public.old_ops using btree rename to new_ops' },
            ],
          },
        ],
      })
    },
  )

  it.skipIf(longer.skip)('takes a comment of a stranger’s file for no directive', async () => {
    expect(await plan('before.sql', 'remarks.sql')).toMatchObject({ code: 0, equal: true })
  })

  it.skipIf(longer.skip)('refuses what looks like a rename, with the line to write', async () => {
    const { code, stdout, stderr } = await diff('before.sql', 'likely')
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain('  -- @renamed from=body\n')
  })

  it.skipIf(longer.skip)('drops the old one where the new one is said to be new', async () => {
    expect(await plan('before.sql', 'new')).toMatchObject({
      code: 2,
      segments: [{ statements: [{}, { hazards: expect.arrayContaining(['data_loss']) }] }],
    })
  })
})
