import { SQLErrorCode } from '@databases/pg-errors'
import type { SQLError } from '@databases/pg-errors'
import sql from '@databases/sql'
import type { SQLQuery } from '@databases/sql'
import { UserError, messageOf } from '../errors.ts'
import { asConnectionError } from './connection-error.ts'
import { Connection } from './connection/connection.ts'
import { driverOptions } from './connection/driver-options.ts'
import { KeptPlans, askedAgain, settingsOfKeptPlans } from './connection/kept-plans.ts'
import { openClient } from './connection/open-client.ts'
import { Pool } from './connection/pool.ts'
import type { Queryable, Session, Transaction } from './connection/queryable.ts'
import { inSession } from './connection/scope.ts'
import { describeUrl } from './url.ts'

export { SQLErrorCode, askedAgain, sql }
export type { Queryable, SQLError, SQLQuery, Session, Transaction }

/** How a pool presents itself, and how wide it is. */
export interface ConnectOptions {
  /** Shown in pg_stat_activity. */
  readonly applicationName?: string
  /** How many connections at once; 10 unless told. */
  readonly poolSize?: number
  /**
   * Whether the server keeps the plans of long queries that are asked again. Only where no pooler is between: one may hand
   * out another session a transaction.
   */
  readonly keepsPlans?: boolean
}

/**
 * Opens `url`, hands the pool to `use`, and closes it whatever happens.
 * Throws UserError when the server is away, refuses the login or has no such database.
 */
export async function withDatabase<T>(
  url: string,
  use: (db: Queryable) => Promise<T>,
  options: ConnectOptions = {},
): Promise<T> {
  let isOpen = false
  const open = async (): Promise<Connection> => {
    const connection = await connectTo(url, options)
    isOpen = true
    return connection
  }
  const pool = new Pool(open, options.poolSize ?? 10)
  try {
    return await use(pool)
  } catch (error) {
    throw asConnectionError(url, error, { isOpen })
  } finally {
    await pool.close()
  }
}

/** Opens one connection to `url`, hands it to `use`, and closes it whatever happens. Errors as withDatabase. */
export async function withSession<T>(
  url: string,
  use: (session: Session) => Promise<T>,
  options: Omit<ConnectOptions, 'poolSize'> = {},
): Promise<T> {
  let connection: Connection | undefined
  try {
    connection = await connectTo(url, options)
    return await inSession(connection, async (session) => {
      urls.set(session, url)
      return use(session)
    })
  } catch (error) {
    throw asConnectionError(url, error, { isOpen: connection !== undefined })
  } finally {
    await connection?.close()
  }
}

async function connectTo(
  url: string,
  { applicationName = 'database-as-code', keepsPlans = false }: ConnectOptions,
): Promise<Connection> {
  checkOptions(url)
  if (!keepsPlans) return new Connection(await openClient(url, { applicationName }))
  const settings = settingsOfKeptPlans
  return new Connection(await openClient(url, { applicationName, settings }), new KeptPlans())
}

/** What can be told without a connection. */
function checkOptions(url: string): void {
  try {
    driverOptions(url)
  } catch (error) {
    throw new UserError(`${describeUrl(url)}: the URL cannot be used: ${messageOf(error)}`, {
      cause: error,
    })
  }
}

/** Where each session is, to tell it of an error that passes by other sessions on its way. */
const urls = new WeakMap<Session, string>()

/**
 * Runs what a session is asked inside of another session or database: an error that ends the session is told with its own
 * address, and not as the other's.
 */
export async function withinOther<T>(session: Session, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    const url = urls.get(session)
    throw url === undefined ? error : asConnectionError(url, error, { isOpen: true })
  }
}

/** Sends a text of any number of statements to the byte, in one round trip (the simple query protocol). */
export async function sendText(db: Queryable, text: string): Promise<void> {
  await db.query(sql.__dangerous__rawValue(text))
}

/**
 * Tells whether PostgreSQL sent the error. (The library's own question knows a list of codes, which lacks some,
 * such as 22004.)
 */
export function isSQLError(error: unknown): error is SQLError {
  return (
    error instanceof Error &&
    'severity' in error &&
    'code' in error &&
    typeof error.code === 'string' &&
    /^[0-9A-Z]{5}$/.test(error.code)
  )
}
