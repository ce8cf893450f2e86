import type { Item } from '../../model/inventory.ts'
import type { Queryable } from '../connect.ts'

/** One question of the inventory: a readable name, and a query that answers for the given schemas. */
export interface Section {
  readonly name: string
  readonly read: (db: Queryable, schemas: readonly string[]) => Promise<Item[]>
}
