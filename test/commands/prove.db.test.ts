import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { hashCommand } from '../../src/commands/hash.ts'
import { proveCommand } from '../../src/commands/prove.ts'
import { messageOf } from '../../src/errors.ts'
import { runVerb } from '../support/cli.ts'
import { withProject } from '../support/project.ts'
import type { TemporaryProject } from '../support/project.ts'
import { contextFor } from '../support/target.ts'

const rows = `insert into public.notes (body) values ('first'), ('second');\n`
const third = { up: 'migrations/003_marks.sql', down: 'migrations/down/003_marks.sql' }
const schema = 'schema/tables/notes.sql'

describe.concurrent('a migration that a person wrote', () => {
  test('is proved up to the schema files and back, with the locks that it takes and the rows that it keeps', async () => {
    await withMarks(async ({ prove }) => {
      const result = await prove()
      expect(result).toEqual({
        proved: true,
        files: [third.up],
        proof: [
          { way: 'up', part: 1, differences: [], milliseconds: expect.any(Number) },
          { way: 'down', part: 1, differences: [], milliseconds: expect.any(Number) },
        ],
        locks: [{ table: 'public.notes', mode: 'access exclusive' }],
        rows: {
          up: [{ table: 'public.notes', rows: 2, kept: true, why: null }],
          down: [{ table: 'public.notes', rows: 2, kept: true, why: null }],
        },
        notes: [],
        sealed: true,
        written: [],
      })
    })
  })

  test('says at its head what it does when it is proved, and atlas.sum is renewed with it', async () => {
    await withMarks(async ({ project, prove }) => {
      const edited =
        '-- Add a mark.\n-- locks: an old line\n\nalter table public.notes\n  add column mark text;\n'
      await project.write(third.up, edited)
      expect(await prove()).toMatchObject({
        proved: true,
        sealed: true,
        written: [third.up, third.down],
      })
      expect(await readFile(join(project.root, third.up), 'utf8')).toBe(
        [
          '-- Add a mark.',
          '-- changes: + column public.notes.mark',
          '-- locks: public.notes access exclusive',
          '-- data: none',
          '-- access: none',
          '-- clients: none',
          '-- functions: none',
          '',
          'alter table public.notes',
          '  add column mark text;',
          '',
        ].join('\n'),
      )
      expect(
        (await readFile(join(project.root, third.down), 'utf8')).split('\n').slice(0, 2),
      ).toEqual(['-- lost: column public.notes.mark', '-- locks: public.notes access exclusive'])
      // What is as it was proved is not written again.
      expect(await prove()).toMatchObject({ proved: true, sealed: true, written: [] })
    })
  })

  test('of which atlas.sum has another one is not touched while it is not proved', async () => {
    await withMarks(async ({ project, prove }) => {
      const edited = 'alter table public.notes add column mark varchar(9);\n'
      await project.write(third.up, edited)
      expect(await prove()).toMatchObject({ proved: false, sealed: false, written: [] })
      expect(await readFile(join(project.root, third.up), 'utf8')).toBe(edited)
    })
  })

  test('is refused when it or its down file is empty, as apply and rollback refuse it', async () => {
    await withMarks(async ({ project, prove }) => {
      await project.write(third.down, '\n')
      expect(await prove().catch(messageOf)).toMatch(
        /down\/003_marks\.sql: empty: it undoes nothing\. Fill it, or have it planned \(remove it, then npm run prove 003 -- --write-down\)\. If there is nothing to undo, write: select 1;$/,
      )
      await project.write(third.up, '-- To be filled.\n')
      expect(await prove().catch(messageOf)).toMatch(
        /003_marks\.sql: empty: it has no statement\. Fill it, or remove it with its down file\. If it is to do nothing, write: select 1;$/,
      )
    })
  })

  test('is not proved when it leads elsewhere: what differs is named', async () => {
    await withMarks(async ({ project, prove }) => {
      await project.write(third.up, 'alter table public.notes add column mark varchar(9);\n')
      expect(await prove()).toMatchObject({
        proved: false,
        proof: [
          {
            way: 'up',
            differences: expect.arrayContaining([
              {
                object: 'column public.notes.mark',
                what: 'type',
                expected: 'text',
                found: 'character varying(9)',
                file: 'schema/tables/notes.sql',
              },
              {
                object: 'column public.notes.mark',
                what: 'pg_attribute: atttypid',
                expected: 'text',
                found: 'character varying(9)',
                file: 'schema/tables/notes.sql',
              },
            ]),
          },
          { way: 'down', differences: [] },
        ],
      })
    })
  })

  test('is not proved when its down file does not take it back', async () => {
    await withMarks(async ({ project, prove }) => {
      await project.write(third.down, 'select 1;\n')
      expect(await prove()).toMatchObject({
        proved: false,
        proof: [
          { way: 'up', differences: [] },
          {
            way: 'down',
            differences: expect.arrayContaining([
              {
                object: 'column public.notes.mark',
                what: 'should not be there',
                expected: null,
                found: null,
                file: 'schema/tables/notes.sql',
              },
            ]),
          },
        ],
      })
    })
  })

  test('may change rows, which is told of each way', async () => {
    await withMarks(async ({ project, prove }) => {
      await project.write(
        third.up,
        "alter table public.notes add column mark text;\nupdate public.notes set body = 'other';\n",
      )
      expect(await prove()).toMatchObject({
        proved: true,
        rows: { up: [{ table: 'public.notes', kept: false }], down: [{ kept: false }] },
      })
    })
  })

  test.each<[string, readonly [string, string], RegExp]>([
    [
      'a statement that fails at its place',
      [
        third.up,
        'alter table public.notes add column mark text;\nalter table public.nodes add column x text;\n',
      ],
      /003_marks\.sql:2:1: relation "public\.nodes" does not exist/,
    ],
    [
      'a down file that fails at its place',
      [third.down, 'alter table public.notes drop column remark;\n'],
      /down\/003_marks\.sql:1:1: column "remark" of relation "notes" does not exist/,
    ],
    [
      'a file that commits by itself',
      [third.up, 'alter table public.notes add column mark text;\ncommit;\n'],
      /003_marks\.sql:2:1: this statement begins or ends a transaction/,
    ],
    [
      'an earlier file that is not as it was sealed',
      ['migrations/001_notes.sql', 'select 1;\n'],
      /atlas\.sum: the migrations differ from what was sealed:\n {2}edited: 001_notes\.sql/,
    ],
  ])('names %s', async (_name, file, sentence) => {
    await withMarks(async ({ project, prove }) => {
      await project.write(...file)
      expect(await prove().catch(messageOf)).toMatch(sentence)
    })
  })

  test('needs a down direction, and a version that there is', async () => {
    await withMarks(async ({ project, prove }) => {
      expect(await prove('009').catch(messageOf)).toMatch(
        /^009: no such version in .*migrations\. There are: 001, 002, 003\.$/,
      )
      await project.remove(third.down)
      expect(await prove().catch(messageOf)).toMatch(
        /003_marks\.sql: has no down file\. Write migrations\/down\/003_marks\.sql, or have it planned: npm run prove 003 -- --write-down$/,
      )
    })
  })

  test('is proved with all behind a version, each taken back to where it began', async () => {
    await withMarks(async ({ prove }) => {
      const result = await prove('001')
      expect(result).toMatchObject({
        proved: true,
        files: ['migrations/001_notes.sql', 'migrations/002_bodies.sql', third.up],
      })
      expect(result.proof.map(({ way, part }) => `${way} ${String(part)}`)).toEqual([
        'up 3',
        'down 3',
        'down 2',
        'down 1',
      ])
    })
  })

  test('is proved by npm run prove, which exits 1 and changes no file when that fails', async () => {
    await withMarks(async ({ project }) => {
      const path = await project.write(third.down, 'select 1;\n')
      const env = { WORKBENCH_URL: inject('workbench').url }
      const { code, stdout } = await runVerb('prove', { cwd: project.root, env })
      expect({ code, stdout }).toEqual({
        code: 1,
        stdout: expect.stringContaining(
          'not proved down: schema/tables/notes.sql: column public.notes.mark should not be there\n',
        ),
      })
      expect(await readFile(path, 'utf8')).toBe('select 1;\n')
    })
  })
})

interface Marks {
  readonly project: TemporaryProject
  readonly prove: (version?: string) => ReturnType<typeof proveCommand>
}

/** The small project with sample rows and a third migration that adds a column, sealed. */
async function withMarks(use: (marks: Marks) => Promise<void>): Promise<void> {
  await withProject(async (project) => {
    const text = await readFile(join(project.root, schema), 'utf8')
    await project.write(
      schema,
      text.replace('body text not null', 'body text not null,\n  mark text'),
    )
    await project.write('samples/notes.sql', rows)
    await project.write(third.up, 'alter table public.notes add column mark text;\n')
    await project.write(third.down, 'alter table public.notes drop column mark;\n')
    const context = await contextFor(inject('workbench').url, await project.load())
    await hashCommand(context)
    await use({ project, prove: async (version) => proveCommand(context, version) })
  })
}
