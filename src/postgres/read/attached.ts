import { sql } from '../connect.ts'
import type { SQLQuery } from '../connect.ts'

/** The id of the index, or of its constraint, that the index of a partition is attached to, as a query. */
export function parentIndex(oid: SQLQuery): SQLQuery {
  return sql`
    select pg_catalog.concat(
      case when pk.oid is null then 'index ' else 'constraint ' end,
      pg_catalog.format('%I.%I.%I', pn.nspname, pc.relname, coalesce(pk.conname, pic.relname))
    )
    from pg_catalog.pg_inherits as h
    join pg_catalog.pg_index as pi on pi.indexrelid = h.inhparent
    join pg_catalog.pg_class as pic on pic.oid = pi.indexrelid
    join pg_catalog.pg_class as pc on pc.oid = pi.indrelid
    join pg_catalog.pg_namespace as pn on pn.oid = pc.relnamespace
    left join pg_catalog.pg_constraint as pk
      on pk.conrelid = pc.oid and pk.conindid = pi.indexrelid and pk.contype in ('p', 'u', 'x')
    where h.inhrelid = ${oid}
  `
}
