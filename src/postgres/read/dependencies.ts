import { textsOf } from '../../model/attribute.ts'
import { attachedTo, childId, idAt, idOf, parseObjectId } from '../../model/object-id.ts'
import { parentTablesOf } from '../../model/parent-tables.ts'
import type { Dependency, ObjectsById } from '../../model/catalog.ts'
import { sql } from '../connect.ts'
import type { Queryable } from '../connect.ts'
import { addresses } from './addresses/all.ts'
import { catalogOid } from './facet-columns.ts'
import { isOther } from './other/read.ts'
import type { Area } from './reader.ts'
import type { RowOf } from './row.ts'

/** What the query for dependencies answers. */
export const edgeColumns = { dependent: 'id', needed: 'id' } as const

/**
 * Reads which of these objects cannot be without which, ordered: what PostgreSQL itself keeps (manual, pg_depend),
 * where inner objects (a view's rule, a default, a row type, the index of a constraint) count as the object that
 * they belong to, and each child needs its parent. Names in the bodies of functions that are texts are not known to
 * PostgreSQL.
 */
export async function readDependencies(
  db: Queryable,
  area: Area,
  objects: ObjectsById,
): Promise<Dependency[]> {
  if (objects.size === 0) return []
  const others = [...objects.values()].some(({ kind }) => isOther(kind))
  const edges: RowOf<typeof edgeColumns>[] = await db.query(sql`
    with area as (select ${area.schemas}::text[] as schemas),
    named (catalog, oid, "column", id) as materialized (${addresses(area.existing, { others })})
    select distinct user_of.id as dependent, used.id as needed
    from pg_catalog.pg_depend as d
    join named as user_of
      on user_of.catalog = d.classid and user_of.oid = d.objid and user_of."column" = d.objsubid
    join named as used
      on used.catalog = d.refclassid and used.oid = d.refobjid and used."column" = d.refobjsubid
    where d.deptype in ('n', 'a', 'i', 'P', 'S') and user_of.id <> used.id
    ${area.existing.has('operator') ? exclusionEdges : sql``}
  `)
  const known = edges.filter(
    ({ dependent, needed }) => objects.has(dependent) && objects.has(needed),
  )
  return unique([
    ...withoutOwnership(known, objects),
    ...parentEdges(objects),
    ...inheritedEdges(objects),
    ...attachedEdges(objects),
    ...thesaurusEdges(objects),
    ...announcedEdges(objects),
  ])
}

/** PostgreSQL keeps no edge for the operators of an exclusion constraint: its index need not have one either. */
const exclusionEdges = sql`
  union
  select user_of.id, used.id
  from pg_catalog.pg_constraint as k
  cross join pg_catalog.unnest(k.conexclop) as x (oid)
  join named as user_of
    on user_of.catalog = ${catalogOid('pg_constraint')} and user_of.oid = k.oid and user_of."column" = 0
  join named as used
    on used.catalog = ${catalogOid('pg_operator')} and used.oid = x.oid and used."column" = 0
`

/**
 * A sequence that a column owns is mostly used by the column's default: then each would need the other. Ownership
 * is an attribute of the sequence and can be set later.
 */
function withoutOwnership(edges: readonly Dependency[], objects: ObjectsById): Dependency[] {
  const defaults = new Set(edges.map(({ dependent, needed }) => `${dependent}\n${needed}`))
  return edges.filter(
    ({ dependent, needed }) =>
      objects.get(dependent)?.kind !== 'sequence' || !defaults.has(`${needed}\n${dependent}`),
  )
}

/** A sequence is there before the column that comes to own it. */
function parentEdges(objects: ObjectsById): Dependency[] {
  return [...objects.values()].flatMap(({ kind, id, parent }) =>
    parent === null || kind === 'sequence' || !objects.has(parent)
      ? []
      : [{ dependent: id, needed: parent }],
  )
}

/** A column that a table has of another one follows that one's. */
function inheritedEdges(objects: ObjectsById): Dependency[] {
  return [...objects.values()].flatMap(({ id, parent, attributes }) => {
    const table = parent === null ? undefined : objects.get(parent)
    if (attributes['inherited'] !== true || table === undefined) return []
    const own = parseObjectId(id).spelled.at(-1) ?? ''
    return parentTablesOf(table)
      .map((from) => childId('column', from, own))
      .filter((needed) => objects.has(needed))
      .map((needed) => ({ dependent: id, needed }))
  })
}

/** A part of a table that is attached to that of a parent table follows it. PostgreSQL keeps no edge for checks. */
function attachedEdges(objects: ObjectsById): Dependency[] {
  return [...objects.values()].flatMap((object) => {
    const needed = attachedTo(object)
    return needed !== null && objects.has(needed) ? [{ dependent: object.id, needed }] : []
  })
}

/** A thesaurus has the name of the dictionary that it asks among its options: PostgreSQL keeps no edge for it. */
function thesaurusEdges(objects: ObjectsById): Dependency[] {
  return [...objects.values()]
    .filter(({ kind }) => kind === 'textSearchDictionary')
    .flatMap((dictionary) =>
      textsOf(dictionary, 'options').flatMap((option) => {
        const name = /^dictionary = '(?<name>[^']*)'$/.exec(option)?.groups?.['name'] ?? ''
        const needed = idOf(dictionary.kind, name)
        return needed !== dictionary.id && objects.has(needed)
          ? [{ dependent: dictionary.id, needed }]
          : []
      }),
    )
}

/** An operator that nobody made is there because another one names it. */
function announcedEdges(objects: ObjectsById): Dependency[] {
  const operators = [...objects.values()].filter(({ kind }) => kind === 'operator')
  const announced = new Set(
    operators.filter(({ attributes }) => attributes['function'] === null).map(({ id }) => id),
  )
  return operators.flatMap((operator) =>
    ['commutator', 'negator'].flatMap((link) => {
      const named = idAt(operator, link)
      return named !== null && announced.has(named) && named !== operator.id
        ? [{ dependent: named, needed: operator.id }]
        : []
    }),
  )
}

function unique(edges: readonly Dependency[]): Dependency[] {
  const byText = new Map(edges.map((edge) => [`${edge.dependent}\n${edge.needed}`, edge]))
  return [...byText.keys()].toSorted().flatMap((text) => byText.get(text) ?? [])
}
