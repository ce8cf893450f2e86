import { sql } from '../connect.ts'
import { catalogOid, commentOn, notOfExtension, roleName } from './facet-columns.ts'
import { relationId } from './ids.ts'
import { whether } from './kind-reader.ts'
import type { KindReader } from './kind-reader.ts'
import type { Reader } from './reader.ts'

const attributes = {
  owner: 'text',
  comment: 'text?',
  table: 'text',
  kinds: 'text[]',
  columns: 'text',
  target: 'number?',
} as const

const id = sql`pg_catalog.format('statisticsObject %I.%I', xn.nspname, x.stxname)`

/** Columns by their names, then expressions: PostgreSQL has columns in the order of the table, and lists them first. */
const columns = sql`(
  select
    pg_catalog.concat(
      pg_catalog.string_agg(k.name, ', ' order by k.name collate "C"),
      pg_catalog.substr(
        pg_catalog.pg_get_statisticsobjdef_columns(x.oid),
        coalesce(pg_catalog.length(pg_catalog.string_agg(k.name, ', ')), 0) + 1
      )
    )
  from (
    select pg_catalog.quote_ident(a.attname) as name
    from pg_catalog.unnest(x.stxkeys::pg_catalog.int2[]) as s (number)
    join pg_catalog.pg_attribute as a on a.attrelid = x.stxrelid and a.attnum = s.number
  ) as k
)`

const readStatisticsObjects: Reader<typeof attributes> = (db, { schemas }) =>
  db.query(sql`
    select
      'statisticsObject' as kind,
      ${id} as id,
      xn.nspname::text as schema,
      ${relationId} as parent,
      pg_catalog.json_build_object(
        'owner', ${roleName(sql`x.stxowner`)},
        'comment', ${commentOn('pg_statistic_ext', sql`x.oid`)},
        'table', pg_catalog.format('%I.%I', n.nspname, c.relname),
        'kinds', array(
          select case k.letter when 'd' then 'ndistinct' when 'f' then 'dependencies' else 'mcv' end
          from pg_catalog.unnest(x.stxkind) with ordinality as k (letter, rank)
          -- what counts expressions has no name
          where k.letter <> 'e'
          order by k.rank
        ),
        'columns', ${columns},
        -- null since 17, -1 before
        'target', nullif(x.stxstattarget, -1)
      ) as attributes
    from pg_catalog.pg_statistic_ext as x
    join pg_catalog.pg_namespace as xn on xn.oid = x.stxnamespace
    join pg_catalog.pg_class as c on c.oid = x.stxrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    where xn.nspname = any(${schemas}) and ${notOfExtension('pg_statistic_ext', sql`x.oid`)}
    order by xn.nspname, x.stxname
  `)

/** Extended statistics. */
export const statisticsObjects: KindReader = {
  stage: 'parts of relations',
  kinds: ['statisticsObject'],
  of: ['statisticsObject'],
  exists: whether('statisticsObject', sql`pg_catalog.pg_statistic_ext as x where x.oid >= 16384`),
  attributes,
  read: readStatisticsObjects,
  addresses: sql`
    select ${catalogOid('pg_statistic_ext')}::oid, x.oid, 0, ${id}
    from pg_catalog.pg_statistic_ext as x
    join pg_catalog.pg_namespace as xn on xn.oid = x.stxnamespace
    cross join area
    where xn.nspname = any(area.schemas)
  `,
}
