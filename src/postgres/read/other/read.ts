import type { ObjectId } from '../../../model/catalog.ts'
import { sql } from '../../connect.ts'
import type { Queryable, SQLQuery } from '../../connect.ts'
import {
  catalogOid,
  commentOn,
  notComeAlong,
  notOfExtension,
  rightsOf,
  roleName,
} from '../facet-columns.ts'
import type { KindReader } from '../kind-reader.ts'
import type { Area, Reader } from '../reader.ts'
import type { RowOf } from '../row.ts'
import type { OtherKind } from './other-kind.ts'
import { languageKinds } from './language.ts'

const attributes = {
  owner: 'text?',
  comment: 'text?',
  rights: 'record[]?',
  definition: 'text',
} as const

const readOthers: Reader<typeof attributes> = async (db, area) => {
  const present = kinds.filter(({ kind }) => area.existing.has(kind))
  if (present.length === 0) return []
  return db.query(sql`
    with area as (select ${area.schemas}::text[] as schemas)
    ${sql.join(present.map(rowsOf), sql` union all `)}
    order by id
  `)
}

/** What the query for these statements answers. */
export const makerColumns = { id: 'id', statement: 'text?' } as const

/** The statements that make such objects, by their ids, as far as there are any: for copies. */
export async function readMakingStatements(
  db: Queryable,
  { schemas, existing }: Area,
): Promise<ReadonlyMap<ObjectId, string>> {
  const queries = kinds.flatMap((kind) => {
    const { making } = kind
    if (making === undefined || !existing.has(kind.kind)) return []
    return [
      sql`select ${idOf(kind)} as id, ${making} as statement from ${kind.from} cross join area where ${conditionOf(kind)}`,
    ]
  })
  if (queries.length === 0) return new Map()
  const rows: RowOf<typeof makerColumns>[] = await db.query(sql`
    with area as (select ${schemas}::text[] as schemas)
    ${sql.join(queries, sql` union all `)}
    order by id
  `)
  return new Map(rows.flatMap(({ id, statement }) => (statement === null ? [] : [[id, statement]])))
}

/** Their addresses as rows `catalog, oid, column, id`; `area.schemas` are the schemas that are ours. */
export function otherAddresses(): SQLQuery {
  return sql.join(
    kinds.map(
      (kind) => sql`
        select ${catalogOid(kind.catalog)}::oid, o.oid, 0, ${idOf(kind)}
        from ${kind.from}
        cross join area
        where ${conditionOf(kind)}
      `,
    ),
    sql` union all `,
  )
}

/** Whether objects of a kind are read here. */
export function isOther(kind: string): boolean {
  return names.has(kind)
}

const kinds: readonly OtherKind[] = languageKinds
const names: ReadonlySet<string> = new Set(kinds.map(({ kind }) => kind))

/** initdb numbers what it makes below this (PostgreSQL source, access/transam.h, FirstNormalObjectId). */
const ofUsers = sql`o.oid >= 16384`

function rowsOf(kind: OtherKind): SQLQuery {
  return sql`
    select
      ${kind.kind}::text as kind,
      ${idOf(kind)} collate "C" as id,
      ${kind.schema === undefined ? sql`null::text` : sql`${kind.schema}::pg_catalog.regnamespace::text`} as schema,
      null as parent,
      pg_catalog.json_build_object(
        'owner', ${kind.owner === undefined ? sql`null` : roleName(kind.owner)},
        'comment', ${commentOn(kind.catalog, sql`o.oid`)},
        'rights', ${rightsOfOther(kind)},
        'definition', ${kind.definition}
      ) as attributes
    from ${kind.from}
    cross join area
    where ${conditionOf(kind)}
  `
}

function idOf({ kind, catalog }: OtherKind): SQLQuery {
  return sql`(
    select pg_catalog.concat(${kind}::text, ' ', i.identity)
    from pg_catalog.pg_identify_object(${catalogOid(catalog)}, o.oid, 0) as i
  )`
}

function rightsOfOther({ rights, owner }: OtherKind): SQLQuery {
  if (rights === undefined || owner === undefined) return sql`null::json`
  const [list, letter] = rights
  return rightsOf(list, sql`${letter}::"char"`, owner)
}

function conditionOf({ catalog, where, schema }: OtherKind): SQLQuery {
  const parts = [
    ofUsers,
    notOfExtension(catalog, sql`o.oid`),
    notComeAlong(catalog, sql`o.oid`),
    ...(schema === undefined
      ? []
      : [
          sql`${schema} in (select n.oid from pg_catalog.pg_namespace as n where n.nspname = any(area.schemas))`,
        ]),
    ...(where === undefined ? [] : [where]),
  ]
  return sql.join(parts, sql` and `)
}

/** Objects of kinds that no rule plans, by PostgreSQL's own name for them: `operator public.+!(integer,integer)`. */
export const others: KindReader = {
  stage: 'other kinds',
  kinds: kinds.map(({ kind }) => kind),
  of: kinds.map(({ kind }) => kind),
  // those of extensions count too
  exists: sql.join(
    kinds.map(
      ({ kind, from }) =>
        sql`select ${kind}::text where exists (select from ${from} where ${ofUsers})`,
    ),
    sql` union all `,
  ),
  attributes,
  read: readOthers,
}
