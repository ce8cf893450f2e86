import { setTimeout } from 'node:timers/promises'
import { DatabaseSync } from 'node:sqlite'
import { UserError } from '../../errors.ts'

/** How patiently to wait for the lock. */
export interface FileLockOptions {
  /** Called once when another process holds the lock. */
  readonly onWait?: () => void
  /** How long to wait for it, in milliseconds; two minutes unless told. */
  readonly patience?: number
}

/**
 * Holds the lock of a file while `use` runs; others wait. The lock is one of the operating system, taken
 * through SQLite because Node has no call for it: it goes when its process does, however that dies, so that no
 * stale lock exists. Throws UserError when the patience is at its end.
 */
export async function withFileLock<T>(
  path: string,
  use: () => Promise<T>,
  { onWait, patience = 120_000 }: FileLockOptions = {},
): Promise<T> {
  const database = new DatabaseSync(path, { timeout: 0 })
  try {
    const deadline = Date.now() + patience
    for (let told = false; !tryLock(database); told = true) {
      if (!told) onWait?.()
      if (Date.now() > deadline) throw outOfPatience(path, patience)
      await setTimeout(25)
    }
    return await use()
  } finally {
    database.close()
  }
}

function tryLock(database: DatabaseSync): boolean {
  try {
    database.exec('begin exclusive')
    return true
  } catch (error) {
    const busy = error instanceof Error && 'errcode' in error && error.errcode === 5
    if (busy) return false
    throw error
  }
}

function outOfPatience(path: string, patience: number): UserError {
  return new UserError(
    `${path}: another process has held this lock for ${String(patience / 1000)} s. ` +
      'It starts or stops the same server; wait for it, or end it.',
  )
}
