import { spawn, spawnSync } from 'node:child_process'
import { chmod, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { Server } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { sql, withDatabase } from '../../../src/postgres/connect.ts'
import {
  locateClusterServer,
  removeCluster,
  startCluster,
  stopCluster,
  withClusterLock,
} from '../../../src/workbench/server/cluster.ts'
import type { Cluster } from '../../../src/workbench/server/cluster.ts'
import { becomes } from '../../support/becomes.ts'
import { withCluster, withServerFolder } from '../../support/cluster.ts'
import { longer } from '../../support/sample.ts'
import { refusalOf } from '../../support/refusal.ts'

const answer = sql`select 1 as one`

/** A program that stands for initdb. */
async function writeProgram(path: string, text: string): Promise<string> {
  await writeFile(path, `#!/bin/sh\n${text}\n`)
  await chmod(path, 0o755)
  return path
}

async function withListener<T>(use: (port: number) => Promise<T>): Promise<T> {
  const { promise, resolve } = Promise.withResolvers<Server>()
  const server = createServer().listen(0, '127.0.0.1', () => {
    resolve(server)
  })
  const address = (await promise).address()
  try {
    return await use(typeof address === 'object' && address !== null ? address.port : 0)
  } finally {
    server.close()
  }
}

describe('an embedded cluster', () => {
  test('is made, started, found, stopped and started again with its data', async () => {
    await withCluster(async (cluster) => {
      expect(await locateClusterServer(cluster)).toBeUndefined()
      const first = await startCluster(cluster)
      await withDatabase(first.adminUrl('postgres'), (db) => db.query(sql`create database kept`))
      expect(await startCluster(cluster)).toMatchObject({ pid: first.pid, started: false })
      expect(await locateClusterServer(cluster)).toMatchObject({ pid: first.pid, port: first.port })
      expect(await stopCluster(cluster)).toBe(true)
      expect(await stopCluster(cluster)).toBe(false)
      const second = await startCluster(cluster)
      expect(await withDatabase(second.adminUrl('kept'), (db) => db.query(answer))).toEqual([
        { one: 1 },
      ])
    })
  })

  test('is removed with nobody starting it in between', async () => {
    await withCluster(async (cluster) => {
      await startCluster(cluster)
      // Whoever comes meanwhile gets the old server, which ends, or a new one; never half a folder.
      const [, ...servers] = await Promise.all([
        removeCluster(cluster),
        ...Array.from({ length: 4 }, async () => startCluster(cluster)),
      ])
      const { pid } = await startCluster(cluster)
      expect(servers.map((server) => server.pid)).toContain(pid)
    })
  })

  test('listens on the loopback only, asks for the password, speaks UTF-8 and orders texts by bytes', async () => {
    await withCluster(async (cluster) => {
      const { adminUrl, password } = await startCluster(cluster)
      const rows = await withDatabase(adminUrl('postgres'), (db) =>
        db.query(sql`
          select
            current_user::text as superuser,
            current_setting('listen_addresses') as addresses,
            current_setting('unix_socket_directories') as sockets,
            current_setting('password_encryption') as passwords,
            current_setting('server_encoding') as encoding,
            upper('é') as upper,
            'Z' < 'a' as bytes
        `),
      )
      expect(rows).toEqual([
        {
          superuser: 'supabase_admin',
          addresses: '127.0.0.1',
          sockets: '',
          passwords: 'scram-sha-256',
          encoding: 'UTF8',
          upper: 'É',
          bytes: true,
        },
      ])
      const wrong = adminUrl('postgres').replace(password, 'wrong')
      expect(await refusalOf(withDatabase(wrong, (db) => db.query(answer)))).toContain(
        'the password is wrong',
      )
    })
  })

  test('keeps its password where only its user can read it', async () => {
    await withCluster(async (cluster) => {
      const { password } = await startCluster(cluster)
      const asked = spawnSync('stat', ['-c', '%a', join(cluster.folder, 'password')])
      expect(asked.stdout.toString().trim()).toBe('600')
      const command = await readFile(
        `/proc/${String((await startCluster(cluster)).pid)}/cmdline`,
        'utf8',
      )
      expect(command).not.toContain(password)
      expect(await readdir(cluster.folder)).toEqual(['data', 'password', 'server.log'])
    })
  })

  test('stays when the process that started it ends', async () => {
    await withCluster(async (cluster) => {
      const url = new URL('../../../src/workbench/server/cluster.ts', import.meta.url).href
      const script = `const { startCluster } = await import(${JSON.stringify(url)})
        const { pid } = await startCluster(${JSON.stringify(cluster)})
        console.log(pid)`
      const child = spawnSync(process.execPath, ['--input-type=module', '-e', script])
      const pid = Number(child.stdout.toString())
      expect(await locateClusterServer(cluster)).toMatchObject({ pid, ready: true })
    })
  })

  test('is started once when several start it at the same time', async () => {
    await withCluster(async (cluster) => {
      const servers = await Promise.all([1, 2, 3].map(async () => startCluster(cluster)))
      expect(new Set(servers.map(({ pid }) => pid)).size).toBe(1)
      expect(servers.filter(({ started }) => started)).toHaveLength(1)
    })
  })

  test.skipIf(longer.skip)('is told from another that waits for it', async () => {
    await withCluster(async (cluster) => {
      const told: string[] = []
      const onWait = (): void => {
        told.push('waiting')
      }
      await Promise.all([startCluster(cluster), startCluster({ ...cluster, onWait })])
      expect(told).toEqual(['waiting'])
    })
  })

  test.skipIf(longer.skip)('moves when its port is changed', async () => {
    await withCluster(async (cluster) => {
      const first = await startCluster(cluster)
      const port = await withListener(async (free) => free)
      expect(await startCluster({ ...cluster, port })).toMatchObject({ port, started: true })
      expect((await locateClusterServer(cluster))?.pid).not.toBe(first.pid)
    })
  })
})

describe('a cluster that was left behind', () => {
  test('starts after its server was killed', async () => {
    await withCluster(async (cluster) => {
      const { pid, adminUrl } = await startCluster(cluster)
      await withDatabase(adminUrl('postgres'), async (db) => {
        await db.query(answer)
        process.kill(pid, 'SIGKILL')
      })
      expect(await becomes(async () => (await locateClusterServer(cluster)) === undefined)).toBe(
        true,
      )
      const again = await startCluster(cluster)
      expect(again).toMatchObject({ started: true, ready: true })
      expect(await withDatabase(again.adminUrl('postgres'), (db) => db.query(answer))).toEqual([
        { one: 1 },
      ])
    })
  })

  test.skipIf(longer.skip)(
    'starts when the number in its lock file now belongs to another program',
    async () => {
      await withCluster(async (cluster) => {
        await startCluster(cluster)
        const path = join(cluster.folder, 'data', 'postmaster.pid')
        const lines = (await readFile(path, 'utf8')).split('\n')
        await stopCluster(cluster)
        await writeFile(path, [String(process.pid), ...lines.slice(1)].join('\n'))
        expect(await locateClusterServer(cluster)).toBeUndefined()
        expect(await startCluster(cluster)).toMatchObject({ started: true, ready: true })
      })
    },
  )

  test('is found though it was started by hand, with another form of its path', async () => {
    await withCluster(async (cluster) => {
      await startCluster(cluster)
      await stopCluster(cluster)
      const { folder, binaries, user } = cluster
      const port = await withListener(async (free) => free)
      const flags = ['-p', String(port), '-c', 'unix_socket_directories=']
      const child = spawn(binaries.postgres, ['-D', 'data', ...flags], {
        cwd: folder,
        stdio: 'ignore',
        ...(user && { uid: user.uid, gid: user.gid }),
      })
      expect(await becomes(async () => (await locateClusterServer(cluster))?.ready === true)).toBe(
        true,
      )
      expect(await locateClusterServer(cluster)).toMatchObject({ pid: child.pid })
    })
  })

  test('is built anew when a process was killed while it built it', async () => {
    await withCluster(async (cluster) => {
      await mkdir(`${cluster.folder}.0000.building/data`, { recursive: true })
      await startCluster(cluster)
      expect(await readdir(dirname(cluster.folder))).toEqual(['main', 'main.lock'])
    })
  })
})

describe('a cluster that cannot be had', longer, () => {
  test('says that the port is taken', async () => {
    await withCluster(async (cluster) => {
      await withListener(async (port) => {
        expect(await refusalOf(startCluster({ ...cluster, port }))).toBe(
          `127.0.0.1:${String(port)}: another program uses the port, or this user may not use it. ` +
            'Stop that program, or give this server another port.',
        )
      })
      expect(await locateClusterServer(cluster)).toBeUndefined()
    })
  })

  test('says that its folder was made by another version', async () => {
    await withCluster(async (cluster) => {
      await mkdir(join(cluster.folder, 'data'), { recursive: true })
      await writeFile(join(cluster.folder, 'data', 'PG_VERSION'), '12\n')
      expect(await refusalOf(startCluster(cluster))).toBe(
        `${join(cluster.folder, 'data')}: made by PostgreSQL 12, but version ${String(cluster.binaries.major)} is asked for. ` +
          'Use that version again, or move the folder away: then a new one is created.',
      )
      expect(await readdir(join(cluster.folder, 'data'))).toEqual(['PG_VERSION'])
    })
  })

  test('says that its folder is not whole, and leaves what is there; what may be lost is recreated', async () => {
    await withCluster(async (cluster) => {
      const data = join(cluster.folder, 'data')
      await mkdir(join(data, 'base'), { recursive: true })
      expect(await refusalOf(startCluster(cluster))).toBe(
        `${data}: not a whole cluster, PG_VERSION is missing. Restore it, or move the folder away: then a new one is created.`,
      )
      expect(await readdir(data)).toEqual(['base'])
      expect(await startCluster({ ...cluster, throwaway: true })).toMatchObject({ started: true })
      expect(await readdir(dirname(cluster.folder))).toEqual(['main', 'main.lock'])
    })
  })

  test('says that the disk is full, and leaves nothing half-built', async () => {
    await withCluster(async (cluster) => {
      const initdb = await writeProgram(
        join(dirname(cluster.folder), 'initdb'),
        'echo "initdb: error: could not write file: No space left on device" >&2\nexit 1',
      )
      const full = { ...cluster, binaries: { ...cluster.binaries, initdb } }
      expect(await refusalOf(startCluster(full))).toBe(
        `${cluster.folder}: the disk is full. This attempt left nothing. Free some space. Run the same command again.\n` +
          '  initdb: error: could not write file: No space left on device',
      )
      expect(await readdir(dirname(cluster.folder))).toEqual(['initdb', 'main.lock'])
      expect(await startCluster(cluster)).toMatchObject({ ready: true })
    })
  })

  test('says that its password is missing', async () => {
    await withCluster(async (cluster) => {
      await startCluster(cluster)
      await stopCluster(cluster)
      const path = join(cluster.folder, 'password')
      const text = await readFile(path)
      await rm(path)
      expect(await refusalOf(startCluster(cluster))).toContain(`${path}: missing.`)
      await writeFile(path, text)
    })
  })

  test('quotes what the server said when it did not start', async () => {
    await withCluster(async (cluster) => {
      const wrong = { ...cluster, settings: { ...cluster.settings, max_connections: 'many' } }
      expect(await refusalOf(startCluster(wrong))).toMatch(
        /PostgreSQL could not start\.\n.*max_connections.*"many"/s,
      )
      expect(await locateClusterServer(cluster)).toBeUndefined()
    })
  })

  test.runIf(process.getuid?.() === 0)('says that its folder belongs to another user', async () => {
    await withCluster(async (cluster: Cluster) => {
      const nobody = { name: 'nobody', uid: 65_534, gid: 65_534 }
      await startCluster(cluster)
      await stopCluster(cluster)
      expect(await refusalOf(startCluster({ ...cluster, user: nobody }))).toMatch(
        /it belongs to another user, or this user may not read it\..*Permission denied/s,
      )
    })
  })
})

describe('the lock of a cluster', () => {
  test('goes with a killed process', async () => {
    await withServerFolder(async (folder) => {
      const url = new URL('../../../src/workbench/server/cluster.ts', import.meta.url).href
      const script = `const { withClusterLock } = await import(${JSON.stringify(url)})
        await withClusterLock({ folder: ${JSON.stringify(join(folder, 'main'))} }, async () => process.kill(process.pid, 'SIGKILL'))`
      const child = spawnSync(process.execPath, ['--input-type=module', '-e', script])
      expect(child.signal).toBe('SIGKILL')
      const held = withClusterLock({ folder: join(folder, 'main') }, async () => 'held')
      expect(await Promise.race([held, setTimeout(2000, 'waiting')])).toBe('held')
    })
  })
})
