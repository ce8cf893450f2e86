import type { SQLQuery } from '@databases/sql'
import type { Transaction } from './queryable.ts'

/**
 * Names for the queries of a connection that are worth to be prepared: the server parses and plans them once, which takes
 * longer than to run them over the catalogs of a usual database.
 */
export class KeptPlans {
  readonly #names = new Map<string, string>()

  /** The name of a query's prepared statement; undefined for one that is sent as it is. */
  nameOf(query: SQLQuery, text: string): string | undefined {
    if (text.length < worth || !repeated.has(query)) return undefined
    const name = this.#names.get(text) ?? `kept_${String(this.#names.size)}`
    this.#names.set(text, name)
    return name
  }
}

/** How long a query is that is worth it, in characters. */
const worth = 1000

/** Queries that are asked several times. */
const repeated = new WeakSet<SQLQuery>()

/** The same transaction, whose queries will be asked again: each is one statement. */
export function askedAgain(tx: Transaction): Transaction {
  // oxlint-disable-next-line typescript/no-explicit-any -- as the interface says
  async function query(asked: SQLQuery | readonly SQLQuery[]): Promise<any[]> {
    return 'format' in asked ? tx.query(remembered(asked)) : tx.query(asked.map(remembered))
  }
  return {
    kind: tx.kind,
    query,
    tx: async (use) => tx.tx(use),
    task: async (use) => tx.task(use),
  }
}

function remembered(query: SQLQuery): SQLQuery {
  repeated.add(query)
  return query
}

/**
 * What a session is to be started with: values of these queries say nothing about how to run them, so one plan is made
 * for all (PostgreSQL manual, PREPARE: by default the first five executions are planned each).
 */
export const settingsOfKeptPlans = '-c plan_cache_mode=force_generic_plan'
