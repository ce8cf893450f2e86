import { textsOf } from '../../model/attribute.ts'
import { attachedTo, childId, idAt, idOf, parseObjectId } from '../../model/object-id.ts'
import { parentTablesOf } from '../../model/parent-tables.ts'
import type { Dependency, ObjectId, ObjectsById } from '../../model/catalog.ts'
import { sql } from '../connect.ts'
import type { Queryable } from '../connect.ts'
import { addresses } from './addresses/all.ts'
import { catalogOid } from './facet-columns.ts'
import { isOther } from './other/read.ts'
import type { Area } from './reader.ts'
import type { RowOf } from './row.ts'

/**
 * What the query for dependencies answers, in one row of JSON texts: ids, and two lists of numbers that are as long as
 * each other. A number is the place of an id in its list, the first one 1. An id with its two dozen bytes comes once, and
 * not with each of its dependencies.
 */
export const edgeColumns = { ids: 'text', dependents: 'text', needed: 'text' } as const

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
  const rows: RowOf<typeof edgeColumns>[] = await db.query(sql`
    with area as (select ${area.schemas}::text[] as schemas),
    addresses (catalog, oid, "column", id) as (${addresses(area.existing, { others })}),
    named as materialized (select a.*, pg_catalog.row_number() over () as number from addresses as a),
    edges (dependent, needed) as (
      select user_of.number, used.number
      from pg_catalog.pg_depend as d
      join named as user_of
        on user_of.catalog = d.classid and user_of.oid = d.objid and user_of."column" = d.objsubid
      join named as used
        on used.catalog = d.refclassid and used.oid = d.refobjid and used."column" = d.refobjsubid
      where d.deptype in ('n', 'a', 'i', 'P', 'S') and user_of.id <> used.id
      ${area.existing.has('operator') ? exclusionEdges : sql``}
    )
    select
      (select coalesce(pg_catalog.json_agg(n.id order by n.number), '[]')::text from named as n) as ids,
      coalesce(pg_catalog.json_agg(e.dependent), '[]')::text as dependents,
      coalesce(pg_catalog.json_agg(e.needed), '[]')::text as needed
    from edges as e
  `)
  return unique([
    ...withoutOwnership(
      rows.flatMap((row) => edgesBetween(row, objects)),
      objects,
    ),
    ...parentEdges(objects),
    ...inheritedEdges(objects),
    ...attachedEdges(objects),
    ...thesaurusEdges(objects),
    ...announcedEdges(objects),
  ])
}

/** The edges between objects that are read. */
function edgesBetween(row: RowOf<typeof edgeColumns>, objects: ObjectsById): Dependency[] {
  const ids: readonly ObjectId[] = JSON.parse(row.ids)
  const dependents: readonly number[] = JSON.parse(row.dependents)
  const needed: readonly number[] = JSON.parse(row.needed)
  // One text for each id, whatever names it: it is hashed once.
  const known = ids.map((id) => objects.get(id)?.id)
  return dependents.flatMap((number, at) => {
    const [dependent, other] = [known[number - 1], known[(needed[at] ?? 0) - 1]]
    return dependent === undefined || other === undefined ? [] : [{ dependent, needed: other }]
  })
}

/** PostgreSQL keeps no edge for the operators of an exclusion constraint: its index need not have one either. */
const exclusionEdges = sql`
  union all
  select user_of.number, used.number
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
  const ofSequences = edges.filter(({ needed }) => objects.get(needed)?.kind === 'sequence')
  const defaults = new Set(ofSequences.map(({ dependent, needed }) => `${dependent}\n${needed}`))
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

/** Each of them once, ordered by dependent, then by needed. */
function unique(edges: readonly Dependency[]): Dependency[] {
  const byDependent = Map.groupBy(edges, ({ dependent }) => dependent)
  return [...byDependent.keys()].toSorted().flatMap((dependent) => {
    const needed = new Set(byDependent.get(dependent)?.map((edge) => edge.needed))
    return [...needed].toSorted().map((each) => ({ dependent, needed: each }))
  })
}
