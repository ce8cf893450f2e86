import { execFile } from 'node:child_process'
import { chown, mkdir } from 'node:fs/promises'
import { promisify } from 'node:util'

/** A file system in memory. */
export interface Disk {
  readonly folder: string
  /** Leaves so many bytes free. */
  readonly fill: (free: number) => Promise<void>
  readonly empty: () => Promise<void>
}

/** In a session apart: Ctrl-C goes to every process of the terminal's, and would end what mounts and unmounts. */
async function run(
  command: string,
  words: readonly string[],
): Promise<{ readonly stdout: string }> {
  return promisify(execFile)('setsid', ['--wait', command, ...words])
}

const whole = '2g'

/** Mounts a file system of its own for a user at a folder that is not there yet; undefined where none can be mounted. */
export async function withDisk<T>(
  folder: string,
  uid: number,
  use: (disk: Disk | undefined) => Promise<T>,
): Promise<T> {
  await mkdir(folder)
  const options = `size=${whole},mode=700,uid=${String(uid)}`
  const isMounted = await run('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]).then(
    () => true,
    () => false,
  )
  if (!isMounted) return use(undefined)
  try {
    await chown(folder, uid, -1)
    return await use(describe(folder))
  } finally {
    // What still uses it keeps it until it ends.
    await run('umount', [folder]).catch(async () => run('umount', ['--lazy', folder]))
  }
}

/** A tmpfs takes another size while it is in use, but never one below what it holds. */
function describe(folder: string): Disk {
  const resize = async (size: string): Promise<void> => {
    await run('mount', ['-o', `remount,size=${size}`, folder])
  }
  return {
    folder,
    fill: async (free) => {
      const { stdout } = await run('df', ['--output=used', '-B1', folder])
      await resize(String(Number(stdout.split('\n')[1]) + free))
    },
    empty: async () => resize(whole),
  }
}
