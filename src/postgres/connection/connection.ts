import sql from '@databases/sql'
import type { SQLQuery } from '@databases/sql'
import { quoteQualified } from '../../sql/quote.ts'
import type { KeptPlans } from './kept-plans.ts'
import { closeClient } from './open-client.ts'
import type { OpenClient } from './open-client.ts'

/** One connection that is open. Who uses it sees to it that one query runs at a time. */
export class Connection {
  readonly #open: OpenClient
  readonly #plans: KeptPlans | undefined

  /** With `plans`, long queries are prepared. */
  constructor(open: OpenClient, plans?: KeptPlans) {
    this.#open = open
    this.#plans = plans
  }

  /** Whether it has been cut, as far as is known. */
  get isLost(): boolean {
    return this.#open.lost() !== undefined
  }

  /** Sends a query as it is written. Throws what PostgreSQL answers, or what ended the connection. */
  async query(query: SQLQuery): Promise<unknown[]> {
    const lost = this.#open.lost()
    if (lost !== undefined) throw lost
    const { text, values } = writeOut(query)
    const name = this.#plans?.nameOf(query, text)
    const asked = name === undefined ? { text, values } : { name, text, values }
    const result: Answer | readonly Answer[] = await this.#open.client.query(asked)
    return rowsOf(result)
  }

  /** Sends a statement of transaction control. */
  async control(statement: string): Promise<void> {
    await this.query(sql.__dangerous__rawValue(statement))
  }

  async close(): Promise<void> {
    await closeClient(this.#open)
  }
}

interface Answer {
  readonly rows: unknown[]
}

/** A text of several statements has an answer for each. */
function rowsOf(result: Answer | readonly Answer[]): unknown[] {
  if ('rows' in result) return result.rows
  return result.at(-1)?.rows ?? []
}

/** A query's text as it was written, with `$1` and so on for its values. */
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
