import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { chooseServerUser } from '../../src/workbench/server/server-user.ts'
import { freePort } from './listeners.ts'
import { pgbouncer } from './tools.ts'

/** What a client of a pooler has to itself: a connection to the server for a transaction, or for its session. */
export type PoolMode = 'transaction' | 'session'

/** Runs a pooler before the server of `url` while `use` works with the URL that leads through it. */
export async function withPooler<T>(
  url: string,
  mode: PoolMode,
  use: (url: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'pooler-'))
  // Like PostgreSQL it refuses to run as root.
  const user = await chooseServerUser()
  const port = await freePort()
  const through = new URL(url)
  through.hostname = '127.0.0.1'
  through.port = String(port)
  await writeSettings(folder, new URL(url), { port, mode })
  if (user !== undefined) {
    for (const path of ['', 'pgbouncer.ini', 'users.txt'])
      await chown(join(folder, path), user.uid, user.gid)
  }
  const child = spawn(pgbouncer, ['-q', join(folder, 'pgbouncer.ini')], {
    stdio: 'ignore',
    cwd: folder,
    ...(user && { uid: user.uid, gid: user.gid }),
  })
  try {
    await answering(port)
    return await use(through.href)
  } finally {
    child.kill('SIGINT')
    await once(child, 'exit')
    await rm(folder, { recursive: true, force: true })
  }
}

async function writeSettings(
  folder: string,
  { hostname, port, username, password }: URL,
  listen: { readonly port: number; readonly mode: PoolMode },
): Promise<void> {
  await writeFile(
    join(folder, 'users.txt'),
    `"${decodeURIComponent(username)}" "${decodeURIComponent(password)}"\n`,
    { mode: 0o600 },
  )
  await writeFile(
    join(folder, 'pgbouncer.ini'),
    `[databases]
* = host=${hostname} port=${port}

[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${String(listen.port)}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = ${join(folder, 'users.txt')}
pool_mode = ${listen.mode}
`,
  )
}

async function answering(port: number): Promise<void> {
  for (let waited = 0; waited < 10_000; waited += 20) {
    const socket = connect(port, '127.0.0.1')
    const answered = await Promise.race([
      once(socket, 'connect').then(
        () => true,
        () => false,
      ),
      setTimeout(1000, false),
    ])
    socket.destroy()
    if (answered) return
    await setTimeout(20)
  }
  throw new Error('the pooler does not answer')
}
