import { setTimeout as sleep } from 'node:timers/promises'
import { UserError, sameCommand } from '../errors.ts'
import { sendText } from './connect.ts'
import type { Queryable, Transaction } from './connect.ts'

/** How often a catalog is read, and how long to wait in between, in milliseconds. */
const tries = 12
const pause = 250

/**
 * Runs `use` in a transaction that writes nothing and sees one moment; again, in a new one, while another session takes
 * away what is read. Throws UserError where that does not end.
 */
export async function inSnapshot<T>(
  db: Queryable,
  use: (tx: Transaction) => Promise<T>,
): Promise<T> {
  for (let left = tries; ; left -= 1) {
    try {
      return await once(db, use)
    } catch (error) {
      if (!isGoneMeanwhile(error)) throw error
      if (left === 1) throw unsteady(error)
      await sleep(pause)
    }
  }
}

async function once<T>(db: Queryable, use: (tx: Transaction) => Promise<T>): Promise<T> {
  return db.tx(async (tx) => {
    await sendText(
      tx,
      // A role's limit is made for its own queries.
      'set transaction isolation level repeatable read read only; set local statement_timeout = 0',
    )
    return use(tx)
  })
}

/**
 * PostgreSQL prints definitions (pg_get_functiondef, pg_get_indexdef) from the catalog as it is now, not as the snapshot
 * has it. What another session has dropped since is an internal error (XX000) then, or no relation (42P01, by its OID).
 */
function isGoneMeanwhile(error: unknown): boolean {
  return (
    error instanceof Error &&
    /^(cache lookup failed for|could not open relation with OID|relation with OID \d+ does not exist|could not find tuple for)/.test(
      error.message,
    )
  )
}

function unsteady(cause: unknown): UserError {
  return new UserError(
    `another session creates and drops objects while the catalog is read. ${sameCommand}`,
    { cause },
  )
}
