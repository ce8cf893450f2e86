import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hashCommand } from '../../src/commands/hash.ts'
import { planCommand } from '../../src/commands/plan.ts'
import { proveCommand } from '../../src/commands/prove.ts'
import { messageOf } from '../../src/errors.ts'
import type { Context } from '../../src/files/context.ts'
import { longer } from '../support/sample.ts'
import { withProject } from '../support/project.ts'
import type { TemporaryProject } from '../support/project.ts'
import { contextFor } from '../support/target.ts'

const kinds = `create table public.kinds (
  id integer generated always as identity,
  name text not null,
  about jsonb,
  made timestamptz not null default now(),
  constraint kinds_pkey primary key (id),
  constraint kinds_name_key unique (name)
);
`
const words = `create table public.words (
  kind text not null,
  lang text not null,
  word text not null,
  constraint words_pkey primary key (kind, lang),
  constraint words_kind_fkey foreign key (kind)
    references public.kinds (name)
);
`

describe.concurrent('reference rows', () => {
  it('are planned into a migration behind the one that makes their table, and back', async () => {
    await withTables(async ({ project, context }) => {
      await project.write('rows/kinds.sql', inserts(['a', '{"x": 1}'], ['b', null]))
      const result = await planCommand(context, 'add_kinds')
      expect(result).toMatchObject({
        proved: true,
        notes: [
          'rows of public.kinds, from rows/kinds.sql: 2 new; proved up and down over sample rows',
        ],
        files: [3, 4].flatMap((version) => {
          const file = `00${String(version)}_add_kinds${version === 4 ? '_2' : ''}.sql`
          return [`migrations/${file}`, `migrations/down/${file}`]
        }),
      })
      expect(await read(project, 'migrations/004_add_kinds_2.sql')).toBe(`-- Add kinds, 2 of 2.
-- changes: none
-- locks: none
-- data: values of public.kinds change
-- access: none
-- clients: none
-- functions: none

-- Rows of public.kinds, from rows/kinds.sql: 2 new.
insert into public.kinds (name, about)
values
  ('a', '{"x": 1}'),
  ('b', null);
`)
      expect(await read(project, 'migrations/down/004_add_kinds_2.sql')).toBe(
        `-- Takes 004 back: add kinds, 2 of 2.

delete from public.kinds
where name in ('a', 'b');
`,
      )
    })
  })

  it.skipIf(longer.skip)(
    'that change are updated, and deleted where the file says so',
    async () => {
      await withTables(async ({ project, context }) => {
        await project.write('rows/kinds.sql', inserts(['a', '{"x": 1}'], ['b', null], ['c', '[]']))
        await project.write('rows/words.sql', wordsOf(['a', 'de', 'Ah'], ['c', 'de', "Ce's"]))
        await planCommand(context, 'add_kinds')
        await project.write(
          'rows/kinds.sql',
          `-- @delete missing\n${inserts(['a', '{"x": 2}'], ['b', null], ['d', '{}'])}`,
        )
        await project.write(
          'rows/words.sql',
          `-- @delete missing\n${wordsOf(['a', 'de', 'Ah'], ['d', 'de', 'De'])}`,
        )
        const result = await planCommand(context, 'change_kinds')
        expect(
          result.segments.flatMap(({ statements }) => statements.map(({ sql }) => sql)),
        ).toEqual([
          `update public.kinds\nset about = '{"x": 2}'\nwhere name = 'a'`,
          `insert into public.kinds (name, about)\nvalues\n  ('d', '{}')`,
          `insert into public.words (kind, lang, word)\nvalues\n  ('d', 'de', 'De')`,
          `delete from public.words\nwhere (kind, lang) in (('c', 'de'))`,
          `delete from public.kinds\nwhere name in ('c')`,
        ])
        const down = result.down.flatMap(({ statements }) => statements.map(({ sql }) => sql))
        expect(down).toEqual([
          expect.stringMatching(
            /^insert into public\.kinds \(id, name, about, made\)\noverriding system value\nvalues\n {2}\('3', 'c', '\[\]', '[^']+'\)$/,
          ),
          `insert into public.words (kind, lang, word)\nvalues\n  ('c', 'de', 'Ce''s')`,
          `delete from public.words\nwhere (kind, lang) in (('d', 'de'))`,
          `delete from public.kinds\nwhere name in ('d')`,
          `update public.kinds\nset about = '{"x": 1}'\nwhere name = 'a'`,
        ])
        expect(await proveCommand(context, undefined)).toMatchObject({ proved: true })
        // A file that goes leaves its rows alone.
        await rm(join(project.root, 'rows'), { recursive: true })
        expect(await planCommand(context, undefined)).toMatchObject({ equal: true })
      })
    },
  )

  it.skipIf(longer.skip).each([
    ['insert into public.words (kind) values (1);', 'about another table'],
    ['update public.kinds set name = name;', 'is no insert'],
    ['insert into public.kinds values (1);', 'names no columns'],
    ["insert into public.kinds (name, made) values ('a', now());", 'not the same each time'],
    [
      "insert into public.kinds (name, made) values ('a', 'now');",
      'a moment that is another one each time',
    ],
    ['insert into public.kinds (name) values (default);', 'not the same each time'],
    ["insert into public.kinds (name) select 'a';", 'has no list of values'],
    [
      "insert into public.kinds (name) values ('a') on conflict do nothing;",
      'more than columns and values',
    ],
    [
      "insert into public.kinds (about) values ('{}');",
      'nothing tells the rows of public.kinds apart',
    ],
    ["insert into public.kinds (name) values ('a'), ('a');", 'duplicate key value'],
    ['insert into public.kinds (name) values (null);', 'null value in column'],
    ["-- @delete everything\ninsert into public.kinds (name) values ('a');", 'unknown directive'],
    ['', 'it has no rows'],
  ])('refuses %s', async (text, reason) => {
    await withTables(async ({ project, context }) => {
      await project.write('rows/kinds.sql', text)
      const said = await planCommand(context, undefined).catch(messageOf)
      expect(said).toContain(reason)
      expect(said).toContain('rows/kinds.sql')
    })
  })

  it.skipIf(longer.skip)(
    'refuses two files for one table, no table, and a trigger that changes rows',
    async () => {
      await withTables(async ({ project, context }) => {
        await project.write('rows/kinds.sql', inserts(['a', null]))
        await project.write('rows/public.kinds.sql', inserts(['a', null]))
        expect(await planCommand(context, undefined).catch(messageOf)).toContain(
          'are about one table',
        )
        await project.remove('rows/public.kinds.sql')
        await project.write('rows/things.sql', 'insert into public.things (id) values (1);')
        expect(await planCommand(context, undefined).catch(messageOf)).toContain(
          'the schema files have no table public.things',
        )
        await project.remove('rows/things.sql')
        await project.write(
          'schema/functions/change.sql',
          "create function public.change() returns trigger language plpgsql set search_path = '' as 'begin return new; end';\n",
        )
        await project.write(
          'schema/triggers/kinds.sql',
          'create trigger change before insert on public.kinds for each row execute function public.change();\n',
        )
        expect(await planCommand(context, undefined).catch(messageOf)).toContain(
          'trigger public.kinds.change may change the rows',
        )
      })
    },
  )
})

async function withTables(
  use: (given: { project: TemporaryProject; context: Context }) => Promise<void>,
): Promise<void> {
  await withProject(async (project) => {
    const context = await contextFor('', await project.load())
    await hashCommand(context)
    await project.write('schema/tables/kinds.sql', kinds)
    await project.write('schema/tables/words.sql', words)
    await use({ project, context })
  })
}

function inserts(...rows: readonly (readonly [string, string | null])[]): string {
  const lines = rows.map(
    ([name, about]) => `('${name}', ${about === null ? 'null' : `'${about}'`})`,
  )
  return `insert into public.kinds (name, about) values ${lines.join(', ')};\n`
}

function wordsOf(...rows: readonly (readonly [string, string, string])[]): string {
  const lines = rows.map(
    (row) => `(${row.map((text) => `'${text.replaceAll("'", "''")}'`).join(', ')})`,
  )
  return `insert into public.words (kind, lang, word) values ${lines.join(', ')};\n`
}

async function read(project: TemporaryProject, path: string): Promise<string> {
  return readFile(join(project.root, path), 'utf8')
}
