import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { loadMigrations } from '../../src/files/migrations.ts'
import { loadProject } from '../../src/files/project.ts'
import { sendText, withDatabase } from '../../src/postgres/connect.ts'
import { sql, withTestDatabase, withTestWorkbench } from '../support/database.ts'
import type { Rows } from '../support/database.ts'
import { inDebianImage } from '../support/debian-image.ts'
import { asRole } from '../support/roles.ts'
import { describeWith } from '../support/tools.ts'

const { up, down } = await loadSchedule()

describe('the schedule of the purge, with pg_cron [needs pg_cron]', inDebianImage, () => {
  test('is made by the migration, once however often, and taken back by its down file', async () => {
    const seen = await withTestWorkbench(async ({ adminUrl }) =>
      // the one database of a server in which pg_cron can be
      withDatabase(adminUrl('postgres'), async (superuser) =>
        asRole({ owner: superuser, superuser }, 'postgres', async (actor) => {
          await actor.text(`
            reset role;
            create extension pg_cron;
            grant usage on schema cron to postgres;
            set local role postgres;
          `)
          const jobsAfter = async (file: string): Promise<Rows> => {
            await sendText(actor.tx, file)
            return actor.query(sql`
              select jobname, schedule, command, username, database, active from cron.job
            `)
          }
          return [
            await jobsAfter(up),
            await jobsAfter(up),
            await jobsAfter(down),
            await jobsAfter(down),
          ]
        }),
      ),
    )
    const job = {
      jobname: 'purge-logs',
      schedule: '*/5 * * * *',
      command: 'select private.purge_execution_logs()',
      username: 'postgres',
      database: 'postgres',
      active: true,
    }
    expect(seen).toEqual([[job], [job], [], []])
  })
})

describeWith('psql', 'the schedule of the purge, without pg_cron', () => {
  test('is left to later, and the notice says how', async () => {
    await withTestDatabase({ kind: 'migrations', mode: 'today' }, async (db) => {
      const said = await psql(db.url, up)
      expect(said).toContain('NOTICE:  pg_cron is not enabled')
      const [, call = ''] = /HINT: .* as postgres: (select .*;)$/m.exec(said) ?? []
      expect(call).toBe(
        "select cron.schedule('purge-logs', '*/5 * * * *', 'select private.purge_execution_logs()');",
      )
      // what the job will send
      await db.text('select private.purge_execution_logs()')
      expect(await psql(db.url, down)).toBe('')
    })
  })
})

async function loadSchedule(): Promise<{ up: string; down: string }> {
  const { folders } = await loadProject(import.meta.dirname)
  const { migrations } = await loadMigrations(folders.migrations)
  const found = migrations.find(({ name }) => name === 'schedule_purge')
  return { up: found?.text ?? '', down: found?.down?.text ?? '' }
}

/** What psql says on standard error. */
async function psql(url: string, statements: string): Promise<string> {
  const { hostname, port, username, password, pathname } = new URL(url)
  const child = spawn('psql', ['-X', '-q', '-v', 'ON_ERROR_STOP=1'], {
    env: {
      PATH: process.env['PATH'],
      PGHOST: hostname,
      PGPORT: port,
      PGUSER: username,
      PGPASSWORD: decodeURIComponent(password),
      PGDATABASE: pathname.slice(1),
    },
    stdio: ['pipe', 'ignore', 'pipe'],
  })
  child.stdin.end(statements)
  const [said] = await Promise.all([text(child.stderr), once(child, 'close')])
  return said
}
