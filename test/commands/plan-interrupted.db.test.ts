import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { hashCommand } from '../../src/commands/hash.ts'
import { sql, withDatabase } from '../../src/postgres/connect.ts'
import { startCluster } from '../../src/workbench/server/cluster.ts'
import { heldPrefix } from '../../src/workbench/scratch/sweep.ts'
import { startVerb } from '../support/cli.ts'
import { withCluster } from '../support/cluster.ts'
import { once } from '../support/once.ts'
import { withProject } from '../support/project.ts'
import type { TemporaryProject } from '../support/project.ts'
import { longer } from '../support/sample.ts'
import { contextFor } from '../support/target.ts'

/** What the verb has said when it is interrupted, and how long ago, in milliseconds. */
const moments: readonly (readonly [said: string, after: number])[] = [
  ['loading', 0],
  ['loading', 40],
  ['loading', 150],
  ['loading', 300],
  ['proving', 0],
  ['proving', 60],
  ['proving', 150],
  ['proving', 300],
  ['writing', 0],
]

describe('npm run plan that is interrupted', { skip: once.skip || longer.skip }, () => {
  it('leaves no scratch database, and no file or all of them, whenever it is', async () => {
    await withCluster(async (cluster) => {
      const url = (await startCluster(cluster)).adminUrl('postgres')
      await withEdited(async (project) => {
        const before = await listMigrations(project)
        for (const [said, after] of moments) {
          const ended = await interrupt(project, url, async ({ child, said: hears }) => {
            await hears(said)
            await setTimeout(after)
            child.kill('SIGINT')
          })
          const added = (await listMigrations(project)).filter((path) => !before.includes(path))
          const isWhole = said === 'writing' && added.length > 0
          expect({ ...ended, added, moment: [said, after] }).toEqual({
            code: ended.code === 0 && isWhole ? 0 : 130,
            said: expect.not.stringMatching(/\n\s+at /),
            scratches: [],
            added: isWhole ? written : [],
            moment: [said, after],
          })
        }
      })
    })
  })
})

const written = ['003_add_marks.sql', 'down/003_add_marks.sql']

/** Runs the verb and what is done meanwhile; answers its end, and the scratch databases that are left. */
async function interrupt(
  { root }: TemporaryProject,
  url: string,
  meanwhile: (running: ReturnType<typeof startVerb>) => Promise<void>,
): Promise<{ readonly code: number | null; readonly said: string; readonly scratches: unknown }> {
  const env = { WORKBENCH_URL: url }
  const running = startVerb('plan', { words: ['add_marks'], cwd: root, env })
  await meanwhile(running)
  const { code, signal, stderr } = await running.ran
  const scratches = await withDatabase(url, (db) =>
    db.query(sql`
      select d.datname::text as name
      from pg_catalog.pg_database as d
      where pg_catalog.starts_with(d.datname, ${heldPrefix})
    `),
  )
  // Node takes its handlers away just before the process ends: a shell sees the same code then.
  return { code: signal === 'SIGINT' ? 130 : code, said: stderr, scratches }
}

/** The small project, sealed, with a column that no migration brings yet. */
async function withEdited(use: (project: TemporaryProject) => Promise<void>): Promise<void> {
  await withProject(async (project) => {
    const path = 'schema/tables/notes.sql'
    const text = await readFile(join(project.root, path), 'utf8')
    await project.write(
      path,
      text.replace('body text not null', 'body text not null,\n  mark text'),
    )
    await hashCommand(await contextFor('', await project.load()))
    await use(project)
  })
}

async function listMigrations({ root }: TemporaryProject): Promise<string[]> {
  const names = await readdir(join(root, 'migrations'), { recursive: true })
  return names.filter((name) => name !== 'down' && name !== 'atlas.sum').toSorted()
}
