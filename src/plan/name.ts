import type { CatalogObject } from '../model/catalog.ts'
import { nameOf } from '../model/object-id.ts'
import { schemaNameOf } from '../sql/qualified-name.ts'

/** The name of a child without its parent's: `select_own`. */
export function ownNameOf({ id, parent }: CatalogObject): string {
  return parent === null ? nameOf(id) : nameOf(id).slice(nameOf(parent).length + 1)
}

/** The SQL name of a child's parent. */
export function parentNameOf({ id, parent }: CatalogObject): string {
  if (parent === null) throw new Error(`${id} has no parent`)
  return nameOf(parent)
}

/** The name of a table's part that nothing else in its schema can have: an index's, or a constraint's that has one. */
export function nameInSchema(part: CatalogObject): string {
  return `${schemaNameOf(parentNameOf(part))}.${ownNameOf(part)}`
}

/** How COMMENT ON, ALTER … OWNER TO and DROP call an object: `table public.a`, `policy p on public.a`. */
export function addressOf(object: CatalogObject): string {
  const own = ownNameOf(object)
  const spell = spellings[object.kind]
  return spell === undefined ? `${object.kind} ${nameOf(object.id)}` : spell(object, own)
}

const onParent =
  (word: string) =>
  (object: CatalogObject, own: string): string =>
    `${word} ${own} on ${parentNameOf(object)}`

const spellings: Readonly<Record<string, (object: CatalogObject, own: string) => string>> = {
  policy: onParent('policy'),
  trigger: onParent('trigger'),
  rule: onParent('rule'),
  constraint: onParent('constraint'),
  domainConstraint: (object, own) => `constraint ${own} on domain ${parentNameOf(object)}`,
  index: (object, own) => `index ${schemaNameOf(parentNameOf(object))}.${own}`,
  materializedView: ({ id }) => `materialized view ${nameOf(id)}`,
  viewColumn: ({ id }) => `column ${nameOf(id)}`,
  identitySequence: ({ id }) => `sequence ${nameOf(id)}`,
  enum: ({ id }) => `type ${nameOf(id)}`,
  composite: ({ id }) => `type ${nameOf(id)}`,
  range: ({ id }) => `type ${nameOf(id)}`,
}
