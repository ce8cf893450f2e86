import { sendText } from '../../postgres/connect.ts'
import type { Queryable, Session, Transaction } from '../../postgres/connect.ts'
import { resetText } from '../../postgres/reset-session.ts'
import { quoteLiteral } from '../../sql/quote.ts'
import { asUncertain } from './uncertain-commit.ts'

/** What a migrating session may wait for, in milliseconds; 0 is no limit. */
export interface Limits {
  /** For a lock, a statement. */
  readonly lock: number
  /** For how long a file that cannot have a lock is run again. */
  readonly lockBudget: number
  /** For a statement to end. */
  readonly statement: number
  /** Between two statements, in a transaction or outside of one: a client that hangs frees its locks. */
  readonly idle: number
}

/** The limits that hold unless told otherwise. */
export const defaultLimits: Limits = {
  lock: 3000,
  lockBudget: 60_000,
  statement: 0,
  idle: 60_000,
}

/**
 * Runs `use` in a transaction under the limits: each run of a file, and each trial before it, begins here. An error of
 * PostgreSQL comes out as the cause of a UserError; one that leaves open whether the transaction was committed as an
 * UncertainCommit. `use` keeps nothing outside the transaction, so it may run again.
 */
export async function withLimits<T>(
  session: Session,
  limits: Limits,
  use: (tx: Transaction) => Promise<T>,
): Promise<T> {
  let isCommitting = false
  try {
    return await session.tx(async (tx) => {
      await limitTransaction(tx, limits)
      const result = await use(tx)
      isCommitting = true
      return result
    })
  } catch (error) {
    throw isCommitting ? asUncertain(error) : error
  }
}

/** Sets the limits for the transaction that runs now. */
export async function limitTransaction(
  db: Queryable,
  { lock, statement, idle }: Limits,
): Promise<void> {
  const settings = {
    lock_timeout: lock,
    statement_timeout: statement,
    idle_in_transaction_session_timeout: idle,
    // What the role has would end a file that takes its time.
    transaction_timeout: 0,
    client_connection_check_interval: interval,
  }
  await sendText(db, textOf('transaction', settings))
}

/**
 * Sets what holds from now on for whatever the session does outside of files: it ends when nobody asks anything any
 * more, waits for locks as a file would, and none of the role's own limits cuts a long question short.
 */
export async function limitSession(
  session: Session,
  limits: Limits = defaultLimits,
): Promise<void> {
  await sendText(session, textOf('session', settingsOf(limits)))
}

/**
 * Brings a session back to how limitSession left it: a file may set whatever it likes. In one message: at no moment may
 * it stand still without limits. In a transaction it holds as soon as that is committed, too.
 */
export async function renewSession(db: Queryable, limits: Limits): Promise<void> {
  await sendText(db, `${resetText}; ${textOf('session', settingsOf(limits))}`)
}

type Settings = Readonly<Record<string, number>>

function settingsOf(limits: Limits): Settings {
  return {
    idle_session_timeout: limits.idle,
    idle_in_transaction_session_timeout: limits.idle,
    lock_timeout: limits.lock,
    statement_timeout: 0,
    transaction_timeout: 0,
    client_connection_check_interval: interval,
    // In seconds; sockets of the same machine have none of it, and systems that lack it ignore it.
    tcp_keepalives_idle: 10,
    tcp_keepalives_interval: 10,
    tcp_keepalives_count: 3,
    tcp_user_timeout: 40_000,
  }
}

/**
 * A client that is gone is noticed in the middle of a statement too, which would go on and keep the lock from the next
 * run. In milliseconds.
 */
const interval = 500

/** Sets those of the settings that the server has: older ones lack some, and on Windows it cannot watch its clients. */
function textOf(scope: 'session' | 'transaction', settings: Settings): string {
  const rows = Object.entries(settings).map(
    ([name, value]) => `(${quoteLiteral(name)}, ${quoteLiteral(String(value))})`,
  )
  return `
    select pg_catalog.set_config(s.name, s.value, ${String(scope === 'transaction')})
    from (values ${rows.join(', ')}) as s (name, value)
    where
      pg_catalog.current_setting(s.name, true) is not null
      and (s.name <> 'client_connection_check_interval' or pg_catalog.version() !~* 'windows|msvc|mingw|visual c')
  `
}
