import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { UserError } from '../../errors.ts'

const run = promisify(execFile)

/** A user of the operating system that a server runs as. */
export interface ServerUser {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

const madeUser = 'embedded-postgres'

/** Two users' worth of names to look for, in this order: the system's own, and the one that is made. */
const names = ['postgres', madeUser] as const

/**
 * The user that servers run as when this process is root, which PostgreSQL refuses: `postgres`, else one that
 * is made for it. Undefined for every other user: then servers run as that user. Throws UserError when there
 * is none and none can be made.
 */
export async function chooseServerUser(): Promise<ServerUser | undefined> {
  if (process.getuid?.() !== 0) return undefined
  for (const name of names) {
    const user = await lookUp(name)
    if (user !== undefined) return user
  }
  return makeUser()
}

async function lookUp(name: string): Promise<ServerUser | undefined> {
  try {
    const [uid, gid] = await Promise.all([askId('-u', name), askId('-g', name)])
    return { name, uid, gid }
  } catch {
    return undefined
  }
}

async function askId(flag: string, name: string): Promise<number> {
  const { stdout } = await run('id', [flag, name])
  return Number(stdout.trim())
}

/** `useradd` on most systems, `adduser -S` on those with busybox. */
async function makeUser(): Promise<ServerUser> {
  const nologin = ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', madeUser]
  const made =
    (await succeeds('useradd', nologin)) || (await succeeds('adduser', ['-S', '-H', madeUser]))
  const user = made ? await lookUp(madeUser) : undefined
  if (user !== undefined) return user
  throw new UserError(
    'PostgreSQL does not run as root, and no other user could be created for it. ' +
      'Create one (useradd --system postgres), or run the command as an ordinary user.',
  )
}

async function succeeds(command: string, args: readonly string[]): Promise<boolean> {
  return run(command, [...args]).then(
    () => true,
    () => false,
  )
}
