import createPool, { SQLErrorCode, sql } from '@databases/pg'
import type { Connection, Queryable, SQLError, SQLQuery, Transaction } from '@databases/pg'
import { UserError, messageOf } from '../errors.ts'
import { quoteQualified } from '../sql/quote.ts'
import { asConnectionError } from './connection-error.ts'
import { verificationOf } from './tls.ts'
import { describeUrl, withoutAddress, withoutTls } from './url.ts'

export { SQLErrorCode, sql }
export type { Queryable, SQLError, SQLQuery, Transaction }
/** One connection: what is set in it, and the session locks that it takes, last until it is closed. */
export type Session = Connection

/** How a pool presents itself, and how wide it is. */
export interface ConnectOptions {
  /** Shown in pg_stat_activity. */
  readonly applicationName?: string
  /** How many connections at once; 10 unless told. */
  readonly poolSize?: number
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
  const pool = openPool(url, { ...options, onOpen: () => (isOpen = true) })
  try {
    return await use(pool)
  } catch (error) {
    throw asConnectionError(url, error, { isOpen })
  } finally {
    await pool.dispose()
  }
}

/** Opens one connection to `url`, hands it to `use`, and closes it whatever happens. Errors as withDatabase. */
export async function withSession<T>(
  url: string,
  use: (session: Session) => Promise<T>,
  options: ConnectOptions = {},
): Promise<T> {
  let isOpen = false
  const pool = openPool(url, { ...options, poolSize: 1, onOpen: () => (isOpen = true) })
  try {
    return await pool.task(async (session) => {
      urls.set(session, url)
      return use(session)
    })
  } catch (error) {
    throw asConnectionError(url, error, { isOpen })
  } finally {
    await pool.dispose()
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
  // The library runs a list of queries as they are; a single one it would split itself.
  await db.query([sql.__dangerous__rawValue(text)])
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

interface PoolOptions extends ConnectOptions {
  /** Called when a connection is open. */
  readonly onOpen: () => void
}

function openPool(url: string, options: PoolOptions): ReturnType<typeof createPool> {
  try {
    return createPool({
      ...driverOptions(url),
      prepareQuery: (query) =>
        Object.assign(sql.__dangerous__rawValue(''), { format: () => writeOut(query) }),
      // Every number that the library asks for fits a double; values of users' rows are never read as numbers.
      bigIntMode: 'number',
      poolSize: options.poolSize ?? 10,
      applicationName: options.applicationName ?? 'database-as-code',
      connectionTimeoutMilliseconds: patienceOf(url),
      // What lies between, such as a router that translates addresses, forgets a connection on which nothing is sent.
      keepAlive: true,
      keepAliveInitialDelayMilliseconds: 10_000,
      onConnectionOpened: options.onOpen,
      // A connection that breaks while nobody uses it: the next query tells.
      onError: () => undefined,
    })
  } catch (error) {
    throw new UserError(`${describeUrl(url)}: the URL cannot be used: ${messageOf(error)}`, {
      cause: error,
    })
  }
}

/** What the client library must be told of a URL; for a library that opens connections by itself. */
export function driverOptions(url: string): DriverOptions {
  const tls = verificationOf(url)
  const { url: connectionString, host } = withoutAddress(withoutTls(url))
  return { connectionString, ...(host !== undefined && { host }), ...(tls && { ssl: tls }) }
}

/** A URL as the client library takes it. */
interface DriverOptions {
  readonly connectionString: string
  /** Stronger than what the URL says. */
  readonly host?: string
  readonly ssl?: NonNullable<ReturnType<typeof verificationOf>>
}

/**
 * A query's text as it was written. The library would remove blank lines and common indentation, also in literals,
 * bodies and quoted names.
 */
function writeOut(query: SQLQuery): { readonly text: string; readonly values: unknown[] } {
  return query.format((items) => {
    const values: unknown[] = []
    const parts = items.map((item) => {
      if ('text' in item) return item.text
      if ('names' in item) return quoteQualified(...item.names.map(String))
      return `$${String(values.push(item.value))}`
    })
    return { text: parts.join(''), values }
  })
}

/** How long a connection may take, in milliseconds: `connect_timeout` of the URL, which the client library ignores. */
function patienceOf(url: string): number {
  const asked = Number(new URL(url).searchParams.get('connect_timeout') ?? '')
  return asked > 0 ? asked * 1000 : 10_000
}
