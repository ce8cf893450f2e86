import { sql } from '../connect.ts'
import type { SQLQuery } from '../connect.ts'

/** The name of a collation where it is not the one that the type brings; null where it is. */
export function ownCollation(collation: SQLQuery, usual: SQLQuery): SQLQuery {
  return sql`(
    select pg_catalog.format('%I.%I', cn.nspname, co.collname)
    from pg_catalog.pg_collation as co
    join pg_catalog.pg_namespace as cn on cn.oid = co.collnamespace
    where co.oid = ${collation} and ${collation} <> ${usual}
  )`
}
