import type { Queryable } from '../connect.ts'

/** One object of a database and what is worth knowing of it, in one line. */
export interface Item {
  readonly object: string
  readonly detail: string
}

/** One question of the inventory: a readable name, and a query that answers for the given schemas. */
export interface Section {
  readonly name: string
  readonly read: (db: Queryable, schemas: readonly string[]) => Promise<Item[]>
}
