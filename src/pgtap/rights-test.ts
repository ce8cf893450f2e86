import { recordsOf, spell, textIn, textOf, textsOf } from '../model/attribute.ts'
import { childrenOf, objectsOfKind } from '../model/catalog.ts'
import type { Catalog, CatalogObject } from '../model/catalog.ts'
import { parseObjectId } from '../model/object-id.ts'
import { unquoteName } from '../model/qualified-name.ts'
import type { Role } from '../model/role.ts'
import { quoteLiteral } from '../sql/quote.ts'
import { arrayOf } from './check.ts'
import type { Check, Section } from './check.ts'

/** The tests of rights: what each role may do with each table, function, sequence and schema, and nothing else. */
export function rightsSections(
  catalog: Catalog,
  roles: readonly Role[],
  schemas: readonly string[],
): Section[] {
  return [
    wholeSection(catalog, schemas),
    { title: 'schemas', setup: [], checks: schemaChecks(catalog, roles) },
    ...relationsOf(catalog).map((relation) => relationSection(catalog, relation, roles)),
    { title: 'sequences', setup: [], checks: sequenceChecks(catalog, roles) },
    { title: 'functions', setup: [], checks: routinesOf(catalog).map(callers(roles)) },
  ]
}

function relationsOf(catalog: Catalog): CatalogObject[] {
  return [
    ...objectsOfKind(catalog, 'table'),
    ...objectsOfKind(catalog, 'view'),
    ...objectsOfKind(catalog, 'materializedView'),
    ...objectsOfKind(catalog, 'foreignTable'),
  ]
}

function routinesOf(catalog: Catalog): CatalogObject[] {
  return [...objectsOfKind(catalog, 'function'), ...objectsOfKind(catalog, 'procedure')]
}

/** What is there at all: a table that nobody wrote a test for is found. */
function wholeSection(catalog: Catalog, schemas: readonly string[]): Section {
  const list = arrayOf(schemas)
  const relations = Object.entries(relationLists(catalog)).map(([kinds, [found, says]]) => ({
    have: `pg_temp.relations(${list}, ${quoteLiteral(kinds)})`,
    want: arrayOf(found.map(spelled).toSorted()),
    says,
  }))
  const functions = Object.entries(functionLists(catalog)).map(([which, [found, says]]) => ({
    have: `pg_temp.functions(${list}, ${quoteLiteral(which)})`,
    want: arrayOf(found.map(signature).toSorted()),
    says,
  }))
  return { title: 'what there is', setup: [], checks: [...relations, ...functions] }
}

/** Objects by the word that the helper in SQL has for them, and what a check of them says. */
type Lists = Readonly<Record<string, readonly [found: readonly CatalogObject[], says: string]>>

function relationLists(catalog: Catalog): Lists {
  return {
    all: [
      [...relationsOf(catalog), ...sequencesOf(catalog)],
      'these tables, views and sequences are there, and no others',
    ],
    'without row security': [
      objectsOfKind(catalog, 'table').filter((table) =>
        textIn(table, 'rowSecurity').endsWith('off'),
      ),
      'row security is on for every table but these',
    ],
    'views of their owner': [
      objectsOfKind(catalog, 'view').filter(
        (view) =>
          !textsOf(view, 'options').some((option) => /^security_invoker=(true|on|1)$/.test(option)),
      ),
      'every view but these asks for the rights of whoever reads it',
    ],
  }
}

function functionLists(catalog: Catalog): Lists {
  const routines = routinesOf(catalog)
  return {
    all: [routines, 'these functions are there, and no others'],
    'of their owner': [
      routines.filter((routine) => textIn(routine, 'security') === 'definer'),
      'these functions run as their owner, and no others',
    ],
    'without search_path': [
      routines.filter(
        (routine) =>
          !textsOf(routine, 'config').some((setting) => setting.startsWith('search_path=')),
      ),
      'every function but these sets its search_path',
    ],
  }
}

function schemaChecks(catalog: Catalog, roles: readonly Role[]): Check[] {
  return objectsOfKind(catalog, 'schema').flatMap((schema) =>
    roles.map((role) => ({
      have: `pg_temp.schema_rights(${quoteLiteral(bare(role))}, ${quoteLiteral(lastName(schema))})`,
      want: arrayOf(['usage', 'create'].filter((command) => may(schema, role, command))),
      says: `${bare(role)}: rights on the schema ${lastName(schema)}`,
    })),
  )
}

function relationSection(
  catalog: Catalog,
  relation: CatalogObject,
  roles: readonly Role[],
): Section {
  const name = spelled(relation)
  const literal = quoteLiteral(name)
  const columns = columnsOf(catalog, relation)
  return {
    title: name,
    setup: [],
    checks: roles.flatMap((role) => [
      ...['select', 'insert', 'update'].map((command) => ({
        have: `pg_temp.columns(${quoteLiteral(bare(role))}, ${literal}, '${command}')`,
        want: arrayOf(
          columns
            .filter((column) => may(relation, role, command) || may(column.object, role, command))
            .map((column) => column.name),
        ),
        says: `${bare(role)}: columns of ${name} for ${command}`,
      })),
      {
        have: `pg_temp.commands(${quoteLiteral(bare(role))}, ${literal})`,
        want: otherRights(relation, columns, role),
        says: `${bare(role)}: what else on ${name}`,
      },
    ]),
  }
}

/** A column of a table or a view; of a view the catalog has no object unless somebody gave it something. */
interface Column {
  readonly name: string
  readonly object: CatalogObject | undefined
}

function columnsOf(catalog: Catalog, relation: CatalogObject): Column[] {
  const objects = childrenOf(catalog, relation.id).filter(
    ({ kind }) => kind === 'column' || kind === 'viewColumn',
  )
  if (relation.kind === 'table')
    return objects.map((object) => ({ name: lastName(object), object }))
  return recordsOf(relation, 'columns').map((column) => {
    const name = unquoteName(spell(column['name']))
    return { name, object: objects.find((object) => lastName(object) === name) }
  })
}

function otherRights(relation: CatalogObject, columns: readonly Column[], role: Role): string {
  const found = ['delete', 'truncate', 'references', 'trigger', 'maintain'].filter(
    (command) =>
      may(relation, role, command) ||
      (command === 'references' && columns.some(({ object }) => may(object, role, command))),
  )
  // Older servers than the one that the file is written on have no right of that name.
  return found.includes('maintain') ? `pg_temp.known(${arrayOf(found)})` : arrayOf(found)
}

function sequencesOf(catalog: Catalog): CatalogObject[] {
  return [...objectsOfKind(catalog, 'sequence'), ...objectsOfKind(catalog, 'identitySequence')]
}

/** The rights of an identity column's sequence are with the sequence. */
function sequenceChecks(catalog: Catalog, roles: readonly Role[]): Check[] {
  return sequencesOf(catalog).map((sequence) => ({
    have: `pg_temp.users(${arrayOf(roles.map(bare))}, ${quoteLiteral(spelled(sequence))})`,
    want: arrayOf(
      roles
        .filter((role) =>
          ['usage', 'select', 'update'].some((command) => may(sequence, role, command)),
        )
        .map(bare),
    ),
    says: `who may use the sequence ${spelled(sequence)}`,
  }))
}

function callers(roles: readonly Role[]): (routine: CatalogObject) => Check {
  return (routine) => ({
    have: `pg_temp.callers(${arrayOf(roles.map(bare))}, ${quoteLiteral(signature(routine))})`,
    want: arrayOf(roles.filter((role) => may(routine, role, 'execute')).map(bare)),
    says: `who may call ${signature(routine)}`,
  })
}

/** Whether a role may do something: by a grant to it, to a role whose rights it has, or to everybody; or as the owner. */
function may(object: CatalogObject | undefined, role: Role, command: string): boolean {
  if (object === undefined) return false
  const reach = [role.name, ...role.inherits]
  if (reach.includes(textOf(object, 'owner') ?? '')) return true
  return recordsOf(object, 'rights').some(
    ({ grantee, privilege }) =>
      spell(privilege) === command && ['public', ...reach].includes(spell(grantee)),
  )
}

function bare({ name }: Role): string {
  return unquoteName(name)
}

function spelled({ id }: CatalogObject): string {
  return parseObjectId(id).spelled.join('.')
}

function lastName({ id }: CatalogObject): string {
  return unquoteName(parseObjectId(id).spelled.at(-1) ?? '')
}

function signature(routine: CatalogObject): string {
  return `${spelled(routine)}(${parseObjectId(routine.id).arguments ?? ''})`
}
