import { createHash } from 'node:crypto'
import { chmod, mkdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { UserError, messageOf } from '../errors.ts'
import { isReachable } from './reach.ts'
import type { ServerUser } from './server-user.ts'

/**
 * The folder for what a project keeps on this machine (clusters, passwords, locks), made when it is missing:
 * `.local` at its root; when servers run as another user who cannot get there, a folder of the project's own
 * below /var/lib. Throws UserError when it cannot be made.
 */
export async function openStateFolder(root: string, user: ServerUser | undefined): Promise<string> {
  const folder = await placeFor(root, user)
  try {
    await mkdir(folder, { recursive: true })
    if (user !== undefined) await chmod(folder, 0o755)
  } catch (error) {
    throw new UserError(
      `${folder}: cannot be made: ${messageOf(error)}. The databases of this project are kept there.`,
      { cause: error },
    )
  }
  return folder
}

async function placeFor(root: string, user: ServerUser | undefined): Promise<string> {
  const local = join(root, '.local')
  if (user === undefined || (await isReachable(root, user))) return local
  const hash = createHash('sha256').update(root).digest('hex').slice(0, 12)
  return join('/var/lib/database-as-code', `${basename(root)}-${hash}`)
}
