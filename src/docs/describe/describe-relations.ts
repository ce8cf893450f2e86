import { flagOf, textIn, textOf } from '../../model/attribute.ts'
import type { Catalog, CatalogObject } from '../../model/catalog.ts'
import { childrenOf, objectsOfKind } from '../../model/catalog.ts'
import { nameOf } from '../../model/object-id.ts'
import type { Role } from '../../model/role.ts'
import { accessInWords } from './access.ts'
import { columnsOf, ownName, viewColumnsOf } from './columns.ts'
import type { ForeignKey, Part, Reference, Relation } from './description.ts'
import { factsOf } from './facts.ts'
import { foreignKeyOf } from './foreign-key.ts'
import type { FindMentions } from './mentions-of-tables.ts'
import { policiesOf } from './table-policies.ts'

/** What tables and views are described with. */
export interface Surroundings {
  readonly catalog: Catalog
  readonly roles: readonly Role[]
  readonly mentions: FindMentions
}

/** The tables, then the views, each by name. */
export function relationsOf(around: Surroundings): Relation[] {
  const { catalog } = around
  const references = objectsOfKind(catalog, 'table').flatMap((table) =>
    foreignKeysOf(catalog, table).map((key) => ({ table: nameOf(table.id), key })),
  )
  return [
    ...objectsOfKind(catalog, 'table').map((table) => describeTable(around, table, references)),
    ...objectsOfKind(catalog, 'view').map((view) => describeView(around, view, 'view')),
    ...objectsOfKind(catalog, 'materializedView').map((view) =>
      describeView(around, view, 'materialized view'),
    ),
  ]
}

function describeTable(
  around: Surroundings,
  table: CatalogObject,
  references: readonly Reference[],
): Relation {
  const { catalog, roles } = around
  const constraints = childrenOf(catalog, table.id).filter(({ kind }) => kind === 'constraint')
  const ofType = (...types: readonly string[]): CatalogObject[] =>
    constraints.filter((constraint) => types.includes(textIn(constraint, 'type')))
  const keys = ofType('primary', 'unique', 'exclude').map(partOf)
  const foreignKeys = foreignKeysOf(catalog, table)
  return {
    ...commonOf(around, table),
    kind: 'table',
    query: null,
    columns: columnsOf(catalog, table, { keys, foreignKeys }),
    keys,
    foreignKeys,
    referencedBy: references.filter(({ key }) => key.table === nameOf(table.id)),
    checks: ofType('check').map(partOf),
    policies: policiesOf(catalog, table, roles),
  }
}

function describeView(
  around: Surroundings,
  view: CatalogObject,
  kind: 'view' | 'materialized view',
): Relation {
  return {
    ...commonOf(around, view),
    kind,
    query: textIn(view, 'definition'),
    columns: viewColumnsOf(around.catalog, view),
    keys: [],
    foreignKeys: [],
    referencedBy: [],
    checks: [],
    policies: [],
  }
}

type Common = Pick<
  Relation,
  'name' | 'comment' | 'facts' | 'indexes' | 'triggers' | 'routines' | 'access'
>

function commonOf({ catalog, roles, mentions }: Surroundings, object: CatalogObject): Common {
  const name = nameOf(object.id)
  return {
    name,
    comment: textOf(object, 'comment'),
    facts: factsOf(catalog, object),
    indexes: partsOf(catalog, object, 'index'),
    triggers: partsOf(catalog, object, 'trigger'),
    routines: mentions(name),
    access: roles.flatMap((role) => accessInWords(catalog, role, object)),
  }
}

function foreignKeysOf(catalog: Catalog, table: CatalogObject): ForeignKey[] {
  const children = childrenOf(catalog, table.id)
  const required = new Set(
    children.filter((child) => child.kind === 'column' && flagOf(child, 'notNull')).map(ownName),
  )
  return children
    .filter((child) => child.kind === 'constraint' && textIn(child, 'type') === 'foreign')
    .map(foreignKeyOf)
    .map((key) => ({ ...key, isRequired: key.columns.every((name) => required.has(name)) }))
}

function partsOf(catalog: Catalog, object: CatalogObject, kind: 'index' | 'trigger'): Part[] {
  return childrenOf(catalog, object.id)
    .filter((child) => child.kind === kind)
    .map(partOf)
}

function partOf(object: CatalogObject): Part {
  return {
    name: ownName(object),
    definition: textIn(object, 'definition'),
    comment: textOf(object, 'comment'),
  }
}
