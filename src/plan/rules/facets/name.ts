import type { CatalogObject, ObjectId } from '../../../model/catalog.ts'
import { factsOf } from '../../../model/kind.ts'
import { isOfKind, nameOf } from '../../../model/object-id.ts'
import { schemaNameOf } from '../../../model/qualified-name.ts'

/** The name of a child without its parent's: `select_own`. */
export function ownNameOf({ id, parent }: CatalogObject): string {
  return parent === null ? nameOf(id) : nameOf(id).slice(nameOf(parent).length + 1)
}

/** The SQL name of a child's parent. */
export function parentNameOf({ id, parent }: CatalogObject): string {
  if (parent === null) throw new Error(`${id} has no parent`)
  return nameOf(parent)
}

/** How ALTER calls a table by its id: `table public.a`, `foreign table public.b`. `only`: not the tables below it. */
export function tableAddress(table: ObjectId, only = false): string {
  const word = isOfKind(table, 'foreignTable') ? 'foreign table' : 'table'
  return `${word} ${only ? 'only ' : ''}${nameOf(table)}`
}

/** The same of the table that something is a part of. */
export function parentTableAddress({ id, parent }: CatalogObject, only = false): string {
  if (parent === null) throw new Error(`${id} has no parent`)
  return tableAddress(parent, only)
}

/** The name of a table's part that nothing else in its schema can have: an index's, or a constraint's that has one. */
export function nameInSchema(part: CatalogObject): string {
  return `${schemaNameOf(parentNameOf(part))}.${ownNameOf(part)}`
}

/** Whether a right on it is granted on its parent, and names it: that of a column. */
export function isGrantedOnParent({ kind }: Pick<CatalogObject, 'kind'>): boolean {
  return factsOf(kind).grant?.isOnParent === true
}

/** How COMMENT ON, ALTER … OWNER TO and DROP call an object: `table public.a`, `policy p on public.a`. */
export function addressOf(object: CatalogObject): string {
  const { words, address } = factsOf(object.kind)
  if (address === undefined) throw new Error(`${object.id}: no statement names a ${words}`)
  const parent = object.parent === null ? '' : nameOf(object.parent)
  const parentSchema = parent === '' ? '' : schemaNameOf(parent)
  return address({ name: nameOf(object.id), own: ownNameOf(object), parent, parentSchema })
}
