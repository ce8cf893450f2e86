import { spawn, spawnSync } from 'node:child_process'
import { once as next } from 'node:events'
import { existsSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, inject, test } from 'vitest'
import { sendText, sql, withDatabase } from '../../src/postgres/connect.ts'
import type { Session } from '../../src/postgres/connect.ts'
import { withDatabaseName, withUser } from '../../src/postgres/url.ts'
import {
  locateClusterServer,
  startCluster,
  stopCluster,
} from '../../src/workbench/server/cluster.ts'
import type { Cluster } from '../../src/workbench/server/cluster.ts'
import { holdServer, inUse } from '../../src/workbench/server/use-lock.ts'
import { ensureIdleStop } from '../../src/workbench/server/idle-stop.ts'
import { locateLocalDatabase } from '../../src/workbench/local.ts'
import { withScratch } from '../../src/workbench/scratch/scratch.ts'
import { heldPrefix, sweepScratches } from '../../src/workbench/scratch/sweep.ts'
import { stopWorkbenches } from '../../src/workbench/stop-workbench.ts'
import { locateWorkbench } from '../../src/workbench/workbench-cluster.ts'
import { withWorkbench } from '../../src/workbench/workbench.ts'
import { becomes } from '../support/becomes.ts'
import { withCluster } from '../support/cluster.ts'
import { longer } from '../support/sample.ts'
import { withTestWorkbench } from '../support/database.ts'
import { once } from '../support/once.ts'
import { withProject } from '../support/project.ts'
import { refusalOf } from '../support/refusal.ts'
import { silent } from '../support/talk.ts'

const source = (path: string): string =>
  JSON.stringify(new URL(`../../src/${path}`, import.meta.url).href)

async function listScratches(session: Session): Promise<string[]> {
  const rows: { readonly name: string }[] = await session.query(sql`
    select d.datname::text as name
    from pg_catalog.pg_database as d
    where pg_catalog.starts_with(d.datname, ${heldPrefix})
  `)
  return rows.map(({ name }) => name)
}

const isStopped = async (cluster: Cluster): Promise<boolean> =>
  (await locateClusterServer(cluster)) === undefined

/** What a workbench at a URL says when it refuses. */
const open = async (url: string): Promise<string> =>
  withProject(async (tree) =>
    refusalOf(
      withWorkbench(
        { project: await tree.load(), variables: { WORKBENCH_URL: url }, talk: silent },
        async () => undefined,
      ),
    ),
  )

describe('scratch databases', () => {
  test('of a killed process are swept, those of living ones stay', async () => {
    await withTestWorkbench(async (workbench) => {
      await withScratch(workbench, { kind: 'empty' }, async (living) => {
        const script = `
          const { withWorkbenchAt } = await import(${source('workbench/workbench.ts')})
          const { withScratch } = await import(${source('workbench/scratch/scratch.ts')})
          const { loadProject } = await import(${source('files/project.ts')})
          const project = await loadProject(${JSON.stringify(import.meta.dirname)})
          await withWorkbenchAt(project, ${JSON.stringify(inject('workbench'))}, (workbench) =>
            withScratch(workbench, { kind: 'empty' }, async ({ name }) => {
              console.log(name)
              await new Promise(() => setTimeout(() => undefined, 60_000))
            }))`
        const child = spawn(process.execPath, ['--input-type=module', '-e', script])
        const [output] = await next(child.stdout, 'data')
        const name = String(output).trim()
        expect(await listScratches(workbench.session)).toEqual(
          expect.arrayContaining([living.name, name]),
        )
        child.kill('SIGKILL')
        await next(child, 'exit')
        const swept = async (): Promise<boolean> => {
          await sweepScratches(workbench)
          return !(await listScratches(workbench.session)).includes(name)
        }
        expect(await becomes(swept)).toBe(true)
        expect(await listScratches(workbench.session)).toContain(living.name)
      })
    })
  })

  test('go when what was done with them fails', async () => {
    await withTestWorkbench(async (workbench) => {
      const names: string[] = []
      const used = withScratch(workbench, { kind: 'empty' }, async ({ name }) => {
        names.push(name)
        throw new Error('as it happens')
      })
      await expect(used).rejects.toThrow('as it happens')
      expect(await listScratches(workbench.session)).not.toEqual(expect.arrayContaining(names))
    })
  })
})

describe('an idle workbench', { skip: once.skip || longer.skip }, () => {
  test('stops by itself, long after the process that used it has ended', async () => {
    await withCluster(async (cluster) => {
      const idle = { root: cluster.folder, inMemory: false, patience: 1 }
      const script = `
        const { startCluster } = await import(${source('workbench/server/cluster.ts')})
        const { holdServer } = await import(${source('workbench/server/use-lock.ts')})
        const { ensureIdleStop } = await import(${source('workbench/server/idle-stop.ts')})
        const server = await startCluster(${JSON.stringify(cluster)})
        const url = server.adminUrl('postgres')
        await holdServer(url, (session) => ensureIdleStop(session, url, ${JSON.stringify(idle)}))`
      const child = spawnSync(process.execPath, ['--input-type=module', '-e', script])
      expect(child.stderr.toString()).toBe('')
      expect(await isStopped(cluster)).toBe(false)
      expect(await becomes(() => isStopped(cluster))).toBe(true)
    })
  })

  test('stays as long as somebody holds it, or is connected to it', async () => {
    await withCluster(async (cluster) => {
      const { adminUrl } = await startCluster(cluster)
      const url = adminUrl('postgres')
      await holdServer(url, async (session) => {
        await ensureIdleStop(session, url, {
          root: cluster.folder,
          inMemory: false,
          patience: 1,
        })
        await setTimeout(2000)
        expect(await isStopped(cluster)).toBe(false)
      })
      await withDatabase(url, async (db) => {
        await db.query(sql`select pg_catalog.pg_sleep(2)`)
        expect(await isStopped(cluster)).toBe(false)
      })
      expect(await becomes(() => isStopped(cluster))).toBe(true)
    })
  })

  test('in memory takes its data with it', async () => {
    await withCluster(async (cluster) => {
      const { adminUrl } = await startCluster(cluster)
      const url = adminUrl('postgres')
      const watched = { root: cluster.folder, inMemory: true, patience: 1 }
      await holdServer(url, (session) => ensureIdleStop(session, url, watched))
      const isEmpty = async (): Promise<boolean> =>
        (await readdir(join(cluster.folder, 'data'))).length === 0
      expect(await becomes(isEmpty)).toBe(true)
      expect(await startCluster(cluster)).toMatchObject({ started: true, ready: true })
    })
  })

  test('stops when its project is gone', async () => {
    await withCluster(async (cluster) => {
      const { adminUrl } = await startCluster(cluster)
      const url = adminUrl('postgres')
      const root = join(cluster.folder, 'removed')
      const watched = { root, inMemory: false, patience: 20 }
      await holdServer(url, (session) => ensureIdleStop(session, url, watched))
      expect(await becomes(() => isStopped(cluster))).toBe(true)
    })
  })

  test('is started anew for whoever comes while it stops', async () => {
    await withProject(async (tree) => {
      const context = { project: await tree.load(), variables: {}, talk: silent }
      const cluster = await locateWorkbench(context)
      const { adminUrl, pid } = await startCluster(cluster)
      const late = Promise.withResolvers<number>()
      await holdServer(adminUrl('postgres'), async (session) => {
        // What the watch does: it takes the lock alone, so that who comes must wait, and stops the server.
        await session.query(sql`select pg_catalog.pg_advisory_unlock_all()`)
        await session.query(
          sql`select pg_catalog.pg_advisory_lock(pg_catalog.hashtextextended(${inUse}, 0))`,
        )
        late.resolve(withWorkbench(context, async ({ serverVersion }) => serverVersion))
        await setTimeout(300)
        await stopCluster(cluster)
      }).catch(() => undefined)
      expect(Math.floor((await late.promise) / 10_000)).toBe(cluster.binaries.major)
      expect((await locateClusterServer(cluster))?.pid).not.toBe(pid)
      await stopCluster(cluster)
      await rm(cluster.folder, { recursive: true })
    })
  })

  test('of a project that is no more is removed by the next one, which is stopped on request', async () => {
    const other = await withProject(async (tree) => {
      const context = { project: await tree.load(), variables: {}, talk: silent }
      const cluster = await locateWorkbench(context)
      await startCluster(cluster)
      await stopCluster(cluster)
      return cluster
    })
    await withProject(async (tree) => {
      const context = { project: await tree.load(), variables: {}, talk: silent }
      const cluster = await locateWorkbench(context)
      await withWorkbench(context, async () => {
        // A command that works on it is not disturbed.
        expect(await refusalOf(stopWorkbenches(context))).toBe(
          `${cluster.folder}: another command works on this workbench. Wait for it, or end it. Run the same command again.`,
        )
      })
      expect(existsSync(other.folder)).toBe(false)
      expect(await stopWorkbenches(context)).toEqual([cluster.folder])
      expect(await isStopped(cluster)).toBe(true)
      expect(await stopWorkbenches(context)).toEqual([])
    })
  })
})

describe('the server of WORKBENCH_URL', () => {
  test('is used as it is when its superuser is not called postgres', async () => {
    await withCluster(async (cluster) => {
      const { adminUrl } = await startCluster(cluster)
      await withProject(async (tree) => {
        const variables = { WORKBENCH_URL: adminUrl('postgres') }
        const context = { project: await tree.load(), variables, talk: silent }
        for (const _ of ['first', 'again']) {
          const kinds = await withWorkbench(context, (workbench) =>
            withScratch(workbench, { kind: 'schema', mode: 'today' }, ({ url }) =>
              withDatabase(url, async (db) => [
                workbench.kind,
                await db.query(
                  sql`select session_user::text as who, to_regclass('public.notes')::text as notes`,
                ),
              ]),
            ),
          )
          expect(kinds).toEqual(['url', [{ who: 'postgres', notes: 'notes' }]])
        }
      })
    })
  })

  test('is refused with a user who is no superuser, and where the role postgres is not fit', async () => {
    await withCluster(async (cluster) => {
      const server = await startCluster(cluster)
      const url = server.adminUrl('postgres')
      const address = `supabase_admin@127.0.0.1:${String(server.port)}/postgres`
      const run = async (text: string): Promise<void> =>
        withDatabase(url, (db) => sendText(db, text))
      const wanted =
        'WORKBENCH_URL needs a superuser who is not called postgres, such as supabase_admin ' +
        '(containers: POSTGRES_USER=supabase_admin).'
      await run(`create role ordinary login password 'secret'`)
      expect(await open(withUser(url, 'ordinary', 'secret'))).toBe(
        `${address.replace('supabase_admin', 'ordinary')}: ordinary is no superuser. ${wanted}`,
      )
      await run(`create role postgres superuser login password 'secret'`)
      const superuser =
        'the role postgres is a superuser there, and migrations run with its rights. On Supabase it is none.'
      expect(await open(url)).toBe(`${address}: ${superuser} ${wanted}`)
      expect(await open(withUser(url, 'postgres', 'secret'))).toBe(
        `${address.replace('supabase_admin', 'postgres')}: ${superuser} ${wanted}`,
      )
      await run('alter role postgres nosuperuser')
      expect(await open(url)).toBe(
        `${address}: the role postgres exists there and rejects the password of WORKBENCH_URL. ` +
          'Its password is not changed here. Give the role that password, or use a server without it.',
      )
      const kept = await withDatabase(
        withDatabaseName(withUser(url, 'postgres', 'secret'), 'postgres'),
        (db) => db.query(sql`select 1 as one`),
      )
      expect(kept).toEqual([{ one: 1 }])
    })
  })

  test('is asked for in the form of a URL, and answers', async () => {
    expect(await open('localhost:5432')).toBe(
      'WORKBENCH_URL: not a URL of PostgreSQL. Its form is postgresql://user:password@host:port/database.',
    )
    expect(await open('postgresql://a:b@127.0.0.1:1/postgres')).toContain(
      'no server answers at this address',
    )
  })
})

describe('a workbench that is asked for wrongly', () => {
  test.each([
    [
      { WORKBENCH: 'cloud' },
      'WORKBENCH=cloud: no such workbench. It is embedded (the default) or container; or set WORKBENCH_URL.',
    ],
    [
      { WORKBENCH_POSTGRES: '14' },
      'WORKBENCH_POSTGRES=14: not a supported version. It is 15, 17 (the default) or 18.',
    ],
  ])('%j is refused', async (variables, sentence) => {
    await withProject(async (tree) => {
      const context = { project: await tree.load(), variables, talk: silent }
      expect(await refusalOf(withWorkbench(context, async () => undefined))).toBe(sentence)
    })
  })
})

test.each(['0', '65536', '54329x', '-1'])(
  'a port of the local database is none: %s',
  async (port) => {
    await withProject(async (tree) => {
      const project = await tree.load()
      const local = project.environments.find(({ kind }) => kind === 'embedded')
      if (local?.kind !== 'embedded') throw new Error('no local database')
      const context = { project, variables: { LOCAL_PORT: port }, talk: silent }
      expect(await refusalOf(locateLocalDatabase(context, local))).toBe(
        `LOCAL_PORT=${port}: not a port. It is a number from 1 to 65535.`,
      )
    })
  },
)
