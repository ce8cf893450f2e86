import type { SQLQuery } from '@databases/sql'

/** What can be asked: a database (any of some connections), a session (one), or a transaction. */
export interface Queryable {
  /** The rows of the last statement of a query. A query without values may be several statements. */
  // oxlint-disable-next-line typescript/no-explicit-any -- the caller knows the columns that it asks for
  query(query: SQLQuery): Promise<any[]>
  /** The rows of each query. Outside of a transaction they are one. */
  // oxlint-disable-next-line typescript/no-explicit-any -- as above
  query(queries: readonly SQLQuery[]): Promise<any[][]>
  /** Runs `use` in a transaction, or within one in a savepoint: committed when it comes back, undone when it throws. */
  tx<T>(use: (tx: Transaction) => Promise<T>): Promise<T>
  /** Runs `use` with one connection: what it sets holds until its end. */
  task<T>(use: (session: Session) => Promise<T>): Promise<T>
}

/** One connection: what is set in it, and the session locks that it takes, last until it is closed. */
export interface Session extends Queryable {
  readonly kind: 'session' | 'transaction'
}

/** A transaction, or a savepoint in one. */
export interface Transaction extends Session {
  readonly kind: 'transaction'
}
