import { sql } from '../connect.ts'
import { catalogOid, commentOn, notComeAlong, notOfExtension } from './facet-columns.ts'
import { routineId } from './ids.ts'
import { whether } from './kind-reader.ts'
import type { KindReader } from './kind-reader.ts'
import type { Reader } from './reader.ts'

const attributes = {
  comment: 'text?',
  method: 'text',
  function: 'text?',
  context: 'text',
} as const

const id = sql`
  pg_catalog.format(
    'cast (%s as %s)',
    pg_catalog.format_type(k.castsource, null),
    pg_catalog.format_type(k.casttarget, null)
  )
`

const readCasts: Reader<typeof attributes> = (db, { schemas, superusers, whole }) =>
  db.query(sql`
    select
      'cast' as kind,
      ${id} as id,
      null as schema,
      null as parent,
      pg_catalog.json_build_object(
        'comment', ${commentOn('pg_cast', sql`k.oid`)},
        'method', case k.castmethod when 'f' then 'function' when 'i' then 'inout' else 'binary' end,
        'function', (
          select ${routineId}
          from pg_catalog.pg_proc as p
          join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
          where p.oid = k.castfunc
        ),
        'context', case k.castcontext when 'i' then 'implicit' when 'a' then 'assignment' else 'explicit' end
      ) as attributes
    from pg_catalog.pg_cast as k
    where
      k.oid >= 16384
      and ${notOfExtension('pg_cast', sql`k.oid`)}
      and ${notComeAlong('pg_cast', sql`k.oid`)}
      and (
        ${superusers && whole}
        or exists (
          select from pg_catalog.pg_type as t
          join pg_catalog.pg_namespace as n on n.oid = t.typnamespace
          where t.oid in (k.castsource, k.casttarget) and n.nspname = any(${schemas})
        )
        or exists (
          select from pg_catalog.pg_proc as p
          join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
          where p.oid = k.castfunc and n.nspname = any(${schemas})
        )
      )
    order by ${id} collate "C"
  `)

/**
 * Casts from, to or by what is ours, and all others where no platform makes any. Left out: those of extensions, and those
 * that come along with range types.
 */
export const casts: KindReader = {
  stage: 'other kinds',
  kinds: ['cast'],
  of: ['cast'],
  exists: whether('cast', sql`pg_catalog.pg_cast as k where k.oid >= 16384`),
  attributes,
  read: readCasts,
  addresses: sql`
    select ${catalogOid('pg_cast')}::oid, k.oid, 0, ${id}
    from pg_catalog.pg_cast as k
    where k.oid >= 16384
  `,
}
