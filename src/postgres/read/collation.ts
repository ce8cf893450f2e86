import { sql } from '../connect.ts'
import type { SQLQuery } from '../connect.ts'

/** The name of a collation where it is not the one that the type brings; null where it is. */
export function ownCollation(collation: SQLQuery, fallback: SQLQuery): SQLQuery {
  return sql`case when ${collation} <> ${fallback} then ${collation}::pg_catalog.regcollation::text end`
}
