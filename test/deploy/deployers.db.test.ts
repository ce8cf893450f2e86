import { describe, expect, it, vi } from 'vitest'
import { startVerb } from '../support/cli.ts'
import { sql } from '../support/database.ts'
import { once } from '../support/once.ts'
import { longer } from '../support/sample.ts'
import { withSmallWorld } from '../support/small-project.ts'

// Twenty processes on two processors.
vi.setConfig({ testTimeout: 300_000 })

const count = 20

/** Each file says in a table that it ran, and gives the others time to come between. */
const files = Object.fromEntries(
  ['003_a', '004_b', '005_c'].map((name) => [
    `migrations/${name}.sql`,
    `insert into public.ran values ('${name}');\nselect pg_catalog.pg_sleep(0.2);\n`,
  ]),
)

describe('many deployers at once', { ...once, skip: once.skip || longer.skip }, () => {
  it.each(['an empty database', 'one that has some of the files'])(
    'run each file once in %s, and end with success or nothing to do',
    async (start) => {
      await withSmallWorld(async ({ project, db, seal }) => {
        const notes =
          'create table public.notes (id bigint);\ncreate table public.ran (file text);\n'
        await project.write('migrations/001_notes.sql', notes)
        for (const [path, text] of Object.entries(files)) await project.write(path, text)
        await seal()
        const env = { TEST_DATABASE_URL: db.url }
        const deploy = async (...words: readonly string[]): Promise<string> => {
          const { code, stdout, stderr } = await startVerb('apply', {
            cwd: project.root,
            words: ['test', ...words],
            env,
          }).ran
          const said = /Nothing to do|Applied \d+ migrations?/.exec(stdout)?.[0] ?? stderr
          return code === 0 ? said : `exit ${String(code)}: ${said}`
        }
        if (start !== 'an empty database') await deploy('002')
        const said = await Promise.all(Array.from({ length: count }, async () => deploy()))
        const rest = start === 'an empty database' ? 5 : 3
        expect(said.toSorted()).toEqual([
          `Applied ${String(rest)} migrations`,
          ...Array.from({ length: count - 1 }, () => 'Nothing to do'),
        ])
        expect(await db.query(sql`select file from public.ran order by file`)).toEqual([
          { file: '003_a' },
          { file: '004_b' },
          { file: '005_c' },
        ])
      })
    },
  )
})
