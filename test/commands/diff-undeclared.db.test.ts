import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { planBetween } from '../../src/index.ts'
import type { PlanBetweenOptions } from '../../src/index.ts'
import { messageOfFailure, withFiles } from '../support/files.ts'
import { longer } from '../support/sample.ts'

type Files = Readonly<Record<string, string>>

const rows = "insert into public.notes values (1, 'one');\n"
const notes = 'create table public.notes (id integer, body text);\n'
const content = 'create table public.notes (id integer, content text);\n'

/** The second state in each form that tells of no rename. */
const forms: readonly (readonly [string, Files])[] = [
  ['a plain file', { 'after.sql': content }],
  [
    'migrations',
    {
      'after/1_a.sql': content,
      'after/2_b.sql': 'alter table notes drop id; alter table notes add id integer;',
    },
  ],
]

async function planned(
  files: Files,
  undeclared: PlanBetweenOptions['undeclared'],
): Promise<readonly string[]> {
  return withFiles(files, async (folder) => {
    const { segments, proved } = await planBetween(optionsOf(folder, files, undeclared))
    expect(proved).toBe(true)
    return segments.flatMap(({ statements }) => statements.map(({ sql }) => sql))
  })
}

async function refused(files: Files): Promise<string> {
  return withFiles(files, async (folder) =>
    messageOfFailure(folder, async () => planBetween(optionsOf(folder, files, undefined))),
  )
}

function optionsOf(
  folder: string,
  files: Files,
  undeclared: PlanBetweenOptions['undeclared'],
): PlanBetweenOptions {
  return {
    from: join(folder, 'before.sql'),
    to: join(folder, 'after.sql' in files ? 'after.sql' : 'after'),
    platform: 'none',
    workbench: inject('workbench').url,
    undeclared,
  }
}

const wayOut = [
  'If they are renames, use --assume-renames, or write `-- @renamed from=OLD_NAME` above the new one in a .sql file.',
  'If not, and the old values may be lost, use --assume-new, or write `-- @new` there.',
].join('\n')

describe('what looks like a rename, and no file can tell', () => {
  it.each(forms)('is a question: %s', async (_name, after) => {
    expect(await refused({ 'before.sql': notes, ...after })).toBe(
      `column public.notes.content is new and column public.notes.body is dropped, and only the names differ.\n${wayOut}`,
    )
  })

  it.each(forms)(
    'is a rename where that is assumed, and no value is lost: %s',
    async (_name, after) => {
      expect(await planned({ 'before.sql': notes + rows, ...after }, 'rename')).toEqual([
        'alter table public.notes\n  rename column body to content',
      ])
    },
  )

  it('is new where that is assumed', async () => {
    expect(await planned({ 'before.sql': notes, 'after.sql': content }, 'new')).toEqual([
      'alter table public.notes\n  add column content text',
      'alter table public.notes\n  drop column body',
    ])
  })

  it.skipIf(longer.skip)('may be a table, with what is named after it', async () => {
    const files = {
      'before.sql': 'create table public.a (id integer primary key);\n',
      'after.sql': 'create table public.b (id integer primary key);\n',
    }
    expect(await refused(files)).toBe(
      `table public.b is new and table public.a is dropped, and only the names differ.\n${wayOut}`,
    )
    const rest = (await planned(files, 'rename')).filter((each) => !each.endsWith('_not_null'))
    expect(rest).toEqual([
      'alter table public.a rename to b',
      'alter table public.b\n  rename constraint a_pkey to b_pkey',
    ])
  })

  it('may be a sequence, which goes on where it was', async () => {
    const files = {
      'before.sql': "create sequence public.a start 5;\nselect setval('public.a', 70);\n",
      'after.sql': 'create sequence public.b start 5;\n',
    }
    expect(await refused(files)).toBe(
      `sequence public.b is new and sequence public.a is dropped, and only the names differ.\n${wayOut}`,
    )
    expect(await planned(files, 'rename')).toEqual(['alter sequence public.a rename to b'])
  })

  it.skipIf(longer.skip)('may be a label', async () => {
    const files = {
      'before.sql': "create type public.e as enum ('a', 'b');\n",
      'after.sql': "create type public.e as enum ('a', 'c');\n",
    }
    expect(await refused(files)).toMatch(
      /^label public\.e\.c is new and label public\.e\.b is dropped/,
    )
    expect(await planned(files, 'rename')).toEqual([
      "alter type public.e\n  rename value 'b' to 'c'",
    ])
  })

  it.skipIf(longer.skip)('stays a question where it may have been one of several', async () => {
    const files = {
      'before.sql': 'create table public.t (a text, b text);\n',
      'after.sql': 'create table public.t (c text);\n',
    }
    expect(await refused(files)).toMatch(
      /^column public\.t\.c is new and one of column public\.t\.a, column public\.t\.b is dropped/,
    )
    await expect(planned(files, 'rename')).rejects.toThrow(/one of column/)
  })

  it.skipIf(longer.skip)('is none where no value would be lost', async () => {
    const files = {
      'before.sql': 'create view public.a as select 1 as one;\n',
      'after.sql': 'create view public.b as select 1 as one;\n',
    }
    expect(await planned(files, 'ask')).toEqual([
      'drop view public.a',
      'create view public.b as\n select 1 as one',
    ])
  })
})
