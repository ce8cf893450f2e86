import type { SQLQuery } from '@databases/sql'
import type { Connection } from './connection.ts'
import type { Queryable, Session, Transaction } from './queryable.ts'
import { Turns } from './turns.ts'

/** Runs `use` with a session on the connection. */
export async function inSession<T>(
  connection: Connection,
  use: (session: Session) => Promise<T>,
): Promise<T> {
  const scope = new Scope(connection, 'session', 0)
  try {
    return await use(scope)
  } finally {
    await scope.close()
  }
}

/**
 * Runs `use` in a transaction on the connection, or in a savepoint where `depth` transactions are open: kept when it comes
 * back, undone when it throws.
 */
export async function inTransaction<T>(
  connection: Connection,
  use: (tx: Transaction) => Promise<T>,
  depth = 0,
): Promise<T> {
  const { begin, keep, undo } = controlAt(depth)
  await connection.control(begin)
  const scope = new Scope(connection, 'transaction', depth + 1)
  try {
    const result = await use(scope)
    // A query that nobody has waited for belongs to it.
    await scope.close()
    await connection.control(keep)
    return result
  } catch (error) {
    await scope.close()
    // A connection that is cut has undone it already, and the first error says more.
    await connection.control(undo).catch(() => undefined)
    throw error
  }
}

/** Sends one query, or several, as one transaction where none is open. */
export async function send(
  connection: Connection,
  query: SQLQuery | readonly SQLQuery[],
  depth = 0,
): Promise<unknown[]> {
  if (!isList(query)) return connection.query(query)
  if (query.length < 2 || depth > 0) return sendEach(connection, query)
  return inTransaction(connection, async () => sendEach(connection, query))
}

/** A session, or a transaction in it. */
class Scope<Kind extends 'session' | 'transaction'> implements Queryable {
  readonly kind: Kind
  readonly #connection: Connection
  /** How many transactions are open: the second one and those that follow are savepoints. */
  readonly #depth: number
  readonly #turns = new Turns()

  constructor(connection: Connection, kind: Kind, depth: number) {
    this.kind = kind
    this.#connection = connection
    this.#depth = depth
  }

  // oxlint-disable-next-line typescript/no-explicit-any -- as its interface says
  async query(query: SQLQuery | readonly SQLQuery[]): Promise<any[]> {
    return this.#turns.take(async () => send(this.#connection, query, this.#depth))
  }

  async tx<T>(use: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.#turns.take(async () => inTransaction(this.#connection, use, this.#depth))
  }

  async task<T>(use: (session: this) => Promise<T>): Promise<T> {
    return use(this)
  }

  async close(): Promise<void> {
    await this.#turns.close()
  }
}

async function sendEach(
  connection: Connection,
  queries: readonly SQLQuery[],
): Promise<unknown[][]> {
  const results: unknown[][] = []
  for (const query of queries) results.push(await connection.query(query))
  return results
}

/** The statements that begin, keep and undo a transaction. */
function controlAt(depth: number): Readonly<Record<'begin' | 'keep' | 'undo', string>> {
  if (depth === 0) return { begin: 'begin', keep: 'commit', undo: 'rollback' }
  const savepoint = `savepoint s${String(depth)}`
  return { begin: savepoint, keep: `release ${savepoint}`, undo: `rollback to ${savepoint}` }
}

function isList(query: SQLQuery | readonly SQLQuery[]): query is readonly SQLQuery[] {
  return Array.isArray(query)
}
