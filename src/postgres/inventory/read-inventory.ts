import type { InventorySection, Item } from '../../model/inventory.ts'
import { sendText } from '../connect.ts'
import type { Queryable } from '../connect.ts'
import { printPlainly } from '../print-plainly.ts'
import { columns } from './columns.ts'
import { constraints } from './constraints.ts'
import { functions } from './functions.ts'
import { indexes } from './indexes.ts'
import { policies } from './policies.ts'
import { publications } from './publications.ts'
import { rights } from './rights.ts'
import { rowSecurity } from './row-security.ts'
import type { Section } from './section.ts'
import { sequences } from './sequences.ts'
import { tables } from './tables.ts'
import { triggers } from './triggers.ts'
import { types } from './types.ts'

/** The sections of the inventory, in the order in which they are told. */
const sections: readonly Section[] = [
  types,
  tables,
  columns,
  sequences,
  constraints,
  indexes,
  rowSecurity,
  policies,
  functions,
  triggers,
  rights,
  publications,
]

/** Takes stock of schemas in one snapshot, readable by people: what `verify` compares. */
export async function readInventory(
  db: Queryable,
  schemas: readonly string[],
): Promise<InventorySection[]> {
  return db.tx(async (tx) => {
    await sendText(tx, 'set transaction isolation level repeatable read read only')
    await printPlainly(tx)
    const answers: InventorySection[] = []
    for (const { name, read } of sections)
      answers.push({ name, items: sort(await read(tx, schemas)) })
    return answers
  })
}

/** In byte order, whatever the database's collation. */
function sort(items: readonly Item[]): Item[] {
  return items.toSorted((a, b) => Buffer.compare(Buffer.from(a.object), Buffer.from(b.object)))
}
