import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { applyCommand } from '../../src/commands/apply.ts'
import { statusCommand } from '../../src/commands/status.ts'
import { historySchemas } from '../../src/deploy/history/history.ts'
import { loadMigrations } from '../../src/files/migrations.ts'
import { loadProject } from '../../src/files/project.ts'
import { compareObservations } from '../../src/observer/compare-observations.ts'
import { observe } from '../../src/observer/observe.ts'
import type { Observation } from '../../src/observer/observe.ts'
import { withTestDatabase } from '../support/database.ts'
import type { TestDatabase } from '../support/database.ts'
import { contextFor, usual } from '../support/target.ts'
import { describeWith } from '../support/tools.ts'

const platform = { kind: 'platform', mode: 'today' } as const
const { root, folders } = await loadProject(import.meta.dirname)
const { migrations } = await loadMigrations(folders.migrations)
const versions = migrations.map(({ version }) => version)

it('replayed on the workbench, the migrations make what apply makes', async () => {
  const replayed = await withTestDatabase({ kind: 'migrations', mode: 'today' }, look)
  expect(compareObservations(await applied(), replayed).differences).toEqual([])
})

it('the schema files make what the migrations make, in both modes of default privileges', async () => {
  for (const mode of ['today', 'legacy'] as const) {
    const [replayed, schema] = await Promise.all([
      withTestDatabase({ kind: 'migrations', mode }, look),
      withTestDatabase({ kind: 'schema', mode }, look),
    ])
    const { differences, columnOrder } = compareObservations(replayed, schema)
    expect({ differences, columnOrder }).toEqual({ differences: [], columnOrder: [] })
  }
})

describeWith('psql', 'psql -1 -v ON_ERROR_STOP=1 -f, file by file', () => {
  it('makes what apply makes', async () => {
    const byPsql = await withTestDatabase(platform, async (db) => {
      const { hostname, port, username, password, pathname } = new URL(db.url)
      for (const { path } of migrations) {
        await run(
          'psql',
          [
            '-X',
            '-q',
            '-1',
            '-v',
            'ON_ERROR_STOP=1',
            '-h',
            hostname,
            '-p',
            port,
            '-U',
            username,
            '-f',
            path,
            pathname.slice(1),
          ],
          {
            PGPASSWORD: decodeURIComponent(password),
          },
        )
      }
      return look(db)
    })
    expect(compareObservations(await applied(), byPsql).differences).toEqual([])
  })
})

describeWith('supabase', 'supabase db push', () => {
  it('makes what apply makes, and apply goes on from it', async () => {
    const byPush = await withTestDatabase(platform, async (db) => {
      await run(
        join(root, 'node_modules/@supabase/cli-linux-x64/bin/supabase'),
        ['--yes', 'db', 'push', `--remote=${db.url}?sslmode=disable`, '--skip-vault'],
        {
          HOME: '/tmp',
          SUPABASE_TELEMETRY_DISABLED: '1',
        },
      )
      const seen = await look(db)
      const context = await contextFor(db.url)
      expect(await statusCommand(context, 'test')).toMatchObject({
        state: 'up to date',
        current: versions.at(-1),
      })
      expect(await applyCommand(context, usual)).toMatchObject({
        applied: [],
        recorded: versions,
      })
      return seen
    })
    expect(compareObservations(await applied(), byPush).differences).toEqual([])
  })
})

async function applied(): Promise<Observation> {
  return withTestDatabase(platform, async (db) => {
    await applyCommand(await contextFor(db.url), usual)
    return look(db)
  })
}

async function look(db: TestDatabase): Promise<Observation> {
  return observe(db.superuser, { ignoreSchemas: historySchemas })
}

async function run(
  command: string,
  args: readonly string[],
  env: Record<string, string>,
): Promise<void> {
  const child = spawn(command, args, {
    cwd: root,
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let talk = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (talk += text))
  }
  const [code] = await once(child, 'close')
  expect({ command, code, talk: code === 0 ? '' : talk }).toEqual({ command, code: 0, talk: '' })
}
