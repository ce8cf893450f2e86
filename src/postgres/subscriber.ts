import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { UserError } from '../errors.ts'
import { sql, withSession } from './connect.ts'
import type { Session } from './connect.ts'
import { Turns } from './connection/turns.ts'
import { readChanges } from './pgoutput.ts'
import type { Change } from './pgoutput.ts'

/** What a subscriber follows. */
export interface Subscription {
  readonly publication: string
  /** Gets each change of each committed transaction once, in the order of the commits. */
  readonly onChange: (change: Change) => void
  /** Milliseconds between two looks; 100 unless told, as Supabase's Realtime looks. */
  readonly interval?: number
}

/** A subscriber while it listens. */
export interface Subscriber {
  /** Comes back when everything that had committed at the call is handed over. */
  readonly catchUp: () => Promise<void>
}

/**
 * Follows a publication by logical decoding as long as `use` runs: `onChange` is called as transactions commit. It hears
 * of what commits after `use` has begun. The role of `url` needs the attribute REPLICATION, the server `wal_level = logical`.
 * The slot is temporary: it goes with its session, also where the process is killed. To make one, PostgreSQL waits for all
 * transactions of the server that are writing. Throws UserError when there is no such publication.
 */
export async function withSubscriber<T>(
  url: string,
  subscription: Subscription,
  use: (subscriber: Subscriber) => Promise<T>,
): Promise<T> {
  return withSession(url, async (session) => {
    await checkPublication(session, subscription.publication)
    const slot = `subscriber_${randomUUID().replaceAll('-', '')}`
    await session.query(
      sql`select pg_catalog.pg_create_logical_replication_slot(${slot}, 'pgoutput', true)`,
    )
    // A slot reads what is flushed: a commit that waits for that takes all earlier ones along.
    await session.query(sql`set synchronous_commit = on`)
    // A slot has one reader.
    const turns = new Turns()
    const look = async (): Promise<void> =>
      turns.take(async () => handOver(session, slot, subscription))
    const end = new AbortController()
    const listening = listen(look, subscription.interval ?? 100, end.signal)
    try {
      // Whichever comes first: a look that fails ends the wait for what would never arrive.
      return await Promise.race([use({ catchUp: async () => catchUp(session, look) }), listening])
    } finally {
      end.abort()
      await listening.catch(() => undefined)
    }
  })
}

/** A slot would tell of it at the first change only, and until then there would be silence. */
async function checkPublication(session: Session, publication: string): Promise<void> {
  const found = await session.query(
    sql`select from pg_catalog.pg_publication where pubname = ${publication}`,
  )
  if (found.length === 0)
    throw new UserError(
      `there is no publication ${publication} in this database: apply the migrations, or name another`,
    )
}

/** Looks again and again; never comes back but by an error or by the signal. */
async function listen(
  look: () => Promise<void>,
  interval: number,
  signal: AbortSignal,
): Promise<never> {
  for (;;) {
    await look()
    await pause(interval, undefined, { signal })
  }
}

async function catchUp(session: Session, look: () => Promise<void>): Promise<void> {
  await session.query(
    sql`select pg_catalog.pg_logical_emit_message(true, 'subscriber', 'catch up')`,
  )
  await look()
}

async function handOver(
  session: Session,
  slot: string,
  { publication, onChange }: Subscription,
): Promise<void> {
  const messages: { readonly data: Buffer }[] = await session.query(sql`
    select data
    from pg_catalog.pg_logical_slot_get_binary_changes(
      ${slot}, null, null, 'proto_version', '1', 'publication_names', pg_catalog.quote_ident(${publication})
    )
  `)
  for (const change of readChanges(messages.map(({ data }) => data))) onChange(change)
}
