import { createHash } from 'node:crypto'
import { chmod, mkdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { UserError, messageOf } from '../../errors.ts'
import { isReachable } from './reach.ts'
import type { ServerUser } from './server-user.ts'

/**
 * The folder for what a project keeps on this machine (clusters, passwords, locks), made when it is missing:
 * `.local` at its root; when servers run as another user who cannot get there, a folder of the project's own
 * in `elsewhere`. Throws UserError when it cannot be made.
 */
export async function openStateFolder(
  root: string,
  user: ServerUser | undefined,
  elsewhere = '/var/lib/database-as-code',
): Promise<string> {
  const isClosed = user !== undefined && !(await isReachable(root, user))
  const folder = isClosed ? join(elsewhere, nameFor(root)) : join(root, '.local')
  try {
    await mkdir(folder, { recursive: true })
    // Whatever the mask says: the server's user must get in.
    if (isClosed) await chmod(dirname(folder), 0o755)
    if (user !== undefined) await chmod(folder, 0o755)
  } catch (error) {
    throw new UserError(
      `${folder}: cannot be made: ${messageOf(error)}. The databases of this project are kept there.`,
      { cause: error },
    )
  }
  return folder
}

/** A name for a project's own folder among those of others: its own, and a hash of where it lies. */
export function nameFor(root: string): string {
  const hash = createHash('sha256').update(root).digest('hex').slice(0, 12)
  return `${basename(root)}-${hash}`
}
