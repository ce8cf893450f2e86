import type { SQLQuery } from '../../connect.ts'

/** Addresses in pg_depend of some kinds of objects. */
export interface Addresses {
  /** The kinds: where none of them is there, nor is an address. */
  readonly of: readonly string[]
  /** Rows `catalog, oid, column, id`; `area.schemas` are the schemas that are ours. */
  readonly rows: SQLQuery
}

/** The kinds of relations that have columns. */
export const relations = ['table', 'view', 'materializedView', 'foreignTable', 'composite']
