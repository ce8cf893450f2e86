import type { Catalog } from '../../model/catalog.ts'
import type { Kind } from '../../model/kind.ts'
import type { Role } from '../../model/role.ts'
import type { Description, OtherObject, OutsideTable, Relation } from './description.ts'
import { idInWords } from '../../model/object-id.ts'
import { textOf } from '../../model/attribute.ts'
import { mentionsIn } from './mentions-of-tables.ts'
import { relationsOf } from './describe-relations.ts'
import { rightsOf } from './rights-matrix.ts'
import { rolesOf, roleTexts } from './roles.ts'
import { routinesOf, typesOf } from './describe-routines.ts'

/** What is described: a catalog, the roles of its server, and what the project calls its database. */
export interface Described {
  readonly title: string
  readonly catalog: Catalog
  readonly roles: readonly Role[]
}

/** Describes a database for its pages. */
export function describeDatabase({ title, catalog, roles: known }: Described): Description {
  const roles = rolesOf(catalog, known)
  const relations = relationsOf({ catalog, roles, mentions: mentionsIn(catalog) })
  return {
    title,
    relations,
    routines: routinesOf(catalog, roles),
    types: typesOf(catalog),
    others: othersOf(catalog),
    outside: outsideOf(relations),
    roles: roleTexts(roles),
    rights: rightsOf(catalog, roles),
  }
}

/** Kinds whose objects the pages describe, or that belong to what they describe. */
const described: ReadonlySet<Kind> = new Set([
  'table',
  'view',
  'materializedView',
  'function',
  'procedure',
  'enum',
  'domain',
  'composite',
  'range',
  'publicationMember',
] as const)

function othersOf({ objects }: Catalog): OtherObject[] {
  return [...objects.values()]
    .filter(({ kind, parent }) => !described.has(kind) && !(parent !== null && objects.has(parent)))
    .map((object) => ({
      name: idInWords(object.id),
      definition: object.kind === 'trigger' ? textOf(object, 'definition') : null,
      comment: textOf(object, 'comment'),
    }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

/** The tables that keys lead to and that are not described; of their columns what those keys tell. */
function outsideOf(relations: readonly Relation[]): OutsideTable[] {
  const inside = new Set(relations.map(({ name }) => name))
  const ends = relations.flatMap(({ columns, foreignKeys }) =>
    foreignKeys
      .filter(({ table }) => !inside.has(table))
      .flatMap((key) =>
        key.referenced.map((name, at) => ({
          table: key.table,
          name,
          type: columns.find((column) => column.name === key.columns[at])?.type ?? 'text',
        })),
      ),
  )
  return [...Map.groupBy(ends, ({ table }) => table)]
    .map(([name, columns]) => ({
      name,
      columns: [...new Map(columns.map((column) => [column.name, column])).values()].toSorted(
        (a, b) => (a.name < b.name ? -1 : 1),
      ),
    }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}
