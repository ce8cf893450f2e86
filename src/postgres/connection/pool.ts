import type { SQLQuery } from '@databases/sql'
import type { Connection } from './connection.ts'
import type { Queryable, Session, Transaction } from './queryable.ts'
import { inSession, inTransaction, send } from './scope.ts'

/** Up to `size` connections to one database, each opened when it is first needed. */
export class Pool implements Queryable {
  readonly #open: () => Promise<Connection>
  readonly #idle: Connection[] = []
  /** Those who wait for a connection, in the order in which they came. */
  readonly #waiting: (() => void)[] = []
  #free: number
  readonly #size: number

  constructor(open: () => Promise<Connection>, size: number) {
    this.#open = open
    this.#size = size
    this.#free = size
  }

  // oxlint-disable-next-line typescript/no-explicit-any -- as its interface says
  async query(query: SQLQuery | readonly SQLQuery[]): Promise<any[]> {
    return this.#lend(async (connection) => send(connection, query))
  }

  async tx<T>(use: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.#lend(async (connection) => inTransaction(connection, use))
  }

  async task<T>(use: (session: Session) => Promise<T>): Promise<T> {
    return this.#lend(async (connection) => inSession(connection, use))
  }

  /** Closes every connection, once the work that has begun is done. */
  async close(): Promise<void> {
    await Promise.all(Array.from({ length: this.#size }, async () => this.#take()))
    await Promise.all(this.#idle.splice(0).map(async (connection) => connection.close()))
  }

  async #lend<T>(use: (connection: Connection) => Promise<T>): Promise<T> {
    await this.#take()
    let connection: Connection | undefined
    try {
      connection = (await this.#idleOne()) ?? (await this.#open())
      const result = await use(connection)
      this.#idle.push(connection)
      return result
    } catch (error) {
      // Whatever state it is in: the next one gets another.
      await connection?.close()
      throw error
    } finally {
      this.#give()
    }
  }

  async #idleOne(): Promise<Connection | undefined> {
    const connection = this.#idle.pop()
    if (connection?.isLost !== true) return connection
    await connection.close()
    return this.#idleOne()
  }

  async #take(): Promise<void> {
    if (this.#free > 0) this.#free -= 1
    else await new Promise<void>((resolve) => this.#waiting.push(resolve))
  }

  #give(): void {
    const next = this.#waiting.shift()
    if (next === undefined) this.#free += 1
    else next()
  }
}
