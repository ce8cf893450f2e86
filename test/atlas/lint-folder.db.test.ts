import { pathToFileURL } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import type { Atlas } from '../../src/atlas/atlas.ts'
import { lintFolder } from '../../src/atlas/lint-folder.ts'
import { withPasswords } from '../../src/atlas/passwords.ts'
import { runAtlas } from '../../src/atlas/run-atlas.ts'
import { hideSchemas } from '../../src/workbench/scratch/lasting.ts'
import { buildTime, openTestAtlas } from '../support/atlas.ts'
import { withTestDatabase } from '../support/database.ts'
import { withFiles } from '../support/files.ts'
import { once } from '../support/once.ts'
import { describeWith } from '../support/tools.ts'

const first = `create schema old;
create table public.a (id integer primary key, b text, c text, d text);
create table public.gone (id integer);
create table public.named (id integer);
alter table public.a add column other integer constraint a_other_fkey references public.a (id);
`

/** A statement for each code, in the order of their numbers. */
const second = `-- What is looked at.

drop schema old;
drop table public.gone;
alter table public.a drop column b;
create unique index a_c_idx on public.a (c);
alter table public.a
  add column n integer not null;
alter table public.a alter column c set not null;
alter table public.a drop constraint a_other_fkey;
alter table public.named rename to renamed;
alter table public.a rename column d to e;
comment on table public.a is 'no matter';
create function public.f() returns integer language sql as 'select 1';
update public.a set e = '' where e is null;
alter table public.a alter column e set not null;
`

describeWith('go', 'Atlas on a folder of migrations', () => {
  let engine: Atlas
  beforeAll(async () => {
    engine = await openTestAtlas()
  }, buildTime)

  /** Asks once about each of several texts of the newest migration, on one database. */
  const lint = async (...texts: readonly string[]): Promise<unknown[]> =>
    withTestDatabase({ kind: 'platform', mode: 'today' }, async ({ adminUrl, url }) => {
      await hideSchemas(adminUrl, ['public'])
      const answers: unknown[] = []
      for (const text of texts) {
        const files = { '001_first.sql': first, '002_second.sql': text }
        const answer = await withFiles(files, (folder) =>
          lintFolder(engine, { folder, dev: url, latest: 1, variables: process.env }),
        )
        answers.push(
          answer.kind === 'failed'
            ? answer.message
            : answer.diagnostics.map(({ line, code }) => `${String(line)} ${code}`),
        )
      }
      return answers
    })

  test(
    'each of its codes is said of its statement, unless a directive accepts it',
    once,
    async () => {
      const all = [
        '3 DS101',
        '4 DS102',
        '5 DS103',
        '6 MF101',
        '7 MF103',
        '9 MF104',
        '10 CD101',
        '11 BC101',
        '12 BC102',
      ]
      const answers = await lint(
        second,
        `-- atlas:nolint DS101 DS102 MF103\n-- Why: a test.\n\n${second}`,
        `-- atlas:nolint destructive\n\n${second}`,
        `-- atlas:nolint\n\n${second}`,
        second.replace('drop table', '-- atlas:nolint DS102\ndrop table'),
      )
      const without = (codes: string, moved: number): string[] =>
        all.flatMap((each) => {
          const [line = '', code = ''] = each.split(' ')
          return codes.includes(code) ? [] : [`${String(Number(line) + moved)} ${code}`]
        })
      expect(answers.map(sorted)).toEqual([
        all,
        without('DS101 DS102 MF103', 3),
        without('DS101 DS102 DS103', 2),
        [],
        all.flatMap((each) => {
          const [line = '', code = ''] = each.split(' ')
          return code === 'DS102'
            ? []
            : [`${String(Number(line) + (Number(line) > 3 ? 1 : 0))} ${code}`]
        }),
      ])
    },
  )

  test(
    'a migration that cannot be run is named with the line, and the database is as before',
    once,
    async () => {
      expect(
        await lint('select 1;\n\nalter table public.absent add column a integer;\n', 'select 1;\n'),
      ).toEqual(['002_second.sql:3: pq: relation "public.absent" does not exist', []])
    },
  )

  test('without a template it prints what Atlas prints', once, async () => {
    const run = await withTestDatabase(
      { kind: 'platform', mode: 'today' },
      async ({ adminUrl, url }) => {
        await hideSchemas(adminUrl, ['public'])
        return withFiles(
          { '001_first.sql': first, '002_second.sql': 'drop table public.gone;\n' },
          (folder) =>
            withPasswords([url], ({ urls: [dev = ''], variables: added }) => {
              const where = ['--dir', pathToFileURL(folder).href, '--dev-url', dev]
              const words = ['migrate', 'lint', ...where, '--latest', '1']
              return runAtlas(engine, words, { variables: process.env, added })
            }),
        )
      },
    )
    expect(run).toEqual({
      kind: 'done',
      out: '002_second.sql: destructive changes detected:\n\n\tL1: Dropping table "gone"\n\n',
    })
  })
})

/** By line. */
function sorted(list: unknown): unknown {
  return Array.isArray(list)
    ? list.toSorted((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))
    : list
}
