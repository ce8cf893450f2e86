import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { applyCommand } from '../../src/commands/apply.ts'
import { rollbackCommand } from '../../src/commands/rollback.ts'
import { statusCommand } from '../../src/commands/status.ts'
import { ownSchemas } from '../../src/files/own-schemas.ts'
import { loadMigrations } from '../../src/files/migrations.ts'
import { loadProject } from '../../src/files/project.ts'
import { compareObservations } from '../../src/observer/compare-observations.ts'
import { observe } from '../../src/observer/observe.ts'
import type { Observation } from '../../src/observer/observe.ts'
import { startProgram } from '../support/cli.ts'
import { withTestDatabase } from '../support/database.ts'
import type { TestDatabase } from '../support/database.ts'
import { longer } from '../support/sample.ts'
import { withSmallWorld } from '../support/small-project.ts'
import { contextFor, usual, usualRollback } from '../support/target.ts'
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
      await supabase(root, '--yes', 'db', 'push', remoteOf(db), '--skip-vault')
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

  it.runIf(!longer.skip)('takes files that are no transaction, and apply goes on', async () => {
    await withSmallWorld(async ({ context, db, project, seal }) => {
      await project.write(
        'migrations/003_index.sql',
        '-- atlas:txmode none\n\ncreate index concurrently notes_body_idx on public.notes (body);\n',
      )
      await project.write(
        'migrations/down/003_index.sql',
        '-- atlas:txmode none\n\ndrop index concurrently public.notes_body_idx;\n',
      )
      await seal()
      await mkdir(join(project.root, 'supabase'))
      await symlink('../migrations', join(project.root, 'supabase/migrations'))
      await supabase(project.root, '--yes', 'db', 'push', remoteOf(db), '--skip-vault')
      const recorded = ['001', '002', '003']
      expect(await applyCommand(context, usual)).toMatchObject({ applied: [], recorded })
      const to = { kind: 'version', version: '002' } as const
      await rollbackCommand(context, { ...usualRollback, to })
      expect(await applyCommand(context, usual)).toMatchObject({ applied: [{ version: '003' }] })
      const list = await supabase(project.root, 'migration', 'list', remoteOf(db))
      const rows = list.split('\n').filter((line) => /\d{3}/.test(line))
      expect(rows.map((row) => row.match(/\d{3}/g)?.slice(0, 2))).toEqual(
        recorded.map((version) => [version, version]),
      )
    })
  })
})

function remoteOf({ url }: TestDatabase): string {
  return `--remote=${url}?sslmode=disable`
}

/** Runs the Supabase CLI in a project; answers what it says. */
async function supabase(cwd: string, ...args: readonly string[]): Promise<string> {
  const program = join(root, 'node_modules/@supabase/cli-linux-x64/bin/supabase')
  const env = { HOME: '/tmp', SUPABASE_TELEMETRY_DISABLED: '1' }
  const { code, stdout, stderr } = await startProgram([program, ...args], { cwd, env }).ran
  expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' })
  return stdout
}

async function applied(): Promise<Observation> {
  return withTestDatabase(platform, async (db) => {
    await applyCommand(await contextFor(db.url), usual)
    return look(db)
  })
}

async function look(db: TestDatabase): Promise<Observation> {
  return observe(db.superuser, { ignoreSchemas: ownSchemas })
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
