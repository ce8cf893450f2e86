import { sql } from '../../connect.ts'
import type { SQLQuery } from '../../connect.ts'
import { sortedOptions } from '../facets.ts'

/** Objects of a catalog that no rule plans: they are named, so that a difference between two databases has a name. */
export interface OtherKind {
  /** What PostgreSQL calls such objects (pg_identify_object). */
  readonly kind: string
  readonly catalog: string
  /** The rows, under the alias o; `area.schemas` are the schemas that are ours. */
  readonly from: SQLQuery
  /** Which rows count, besides those of extensions and of PostgreSQL; all when absent. */
  readonly where?: SQLQuery
  /** The column that says in which schema it lies; absent for what lies in none. */
  readonly schema?: SQLQuery
  readonly owner?: SQLQuery
  /** The list of rights, and the letter by which acldefault() knows the kind. */
  readonly rights?: readonly [list: SQLQuery, letter: string]
  /** What it is, as text. */
  readonly definition: SQLQuery
}

/** The words of a definition: absent ones are left out. */
export function words(...parts: readonly SQLQuery[]): SQLQuery {
  return sql`pg_catalog.concat_ws(' ', ${sql.join([...parts], sql`, `)})`
}

/** A word and the function that a column names; absent where it names none. */
export function functionOf(name: string, column: SQLQuery): SQLQuery {
  return sql`${`${name} `}::text || nullif(${column}::pg_catalog.regproc::text, '-')`
}

/** A list of options, sorted. */
export function optionsOf(column: SQLQuery): SQLQuery {
  return sql`'options ' || nullif(pg_catalog.array_to_string(${sortedOptions(column)}, ', '), '')`
}
