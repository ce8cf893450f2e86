import type { NamedKind } from '../../../model/kind.ts'
import { sql } from '../../connect.ts'
import type { SQLQuery } from '../../connect.ts'

/** Objects of a catalog that no rule plans: they are named, so that a difference between two databases has a name. */
export interface OtherKind {
  /** What PostgreSQL calls such objects (pg_identify_object). */
  readonly kind: NamedKind
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
  /**
   * The statements that make one, without a semicolon at the end: for copies. Absent where no statement alone makes it.
   */
  readonly making?: SQLQuery
}

/** The words of a definition: absent ones are left out. */
export function words(...parts: readonly SQLQuery[]): SQLQuery {
  return sql`pg_catalog.concat_ws(' ', ${sql.join([...parts], sql`, `)})`
}

/** A word and the function that a column names; absent where it names none. */
export function functionOf(name: string, column: SQLQuery): SQLQuery {
  return sql`${`${name} `}::text || nullif(${column}::pg_catalog.regproc::text, '-')`
}

/** A name with its schema: the oid of the schema, the name. */
export function nameIn(schema: SQLQuery, name: SQLQuery): SQLQuery {
  return sql`pg_catalog.concat(${schema}::pg_catalog.regnamespace, '.', pg_catalog.quote_ident(${name}))`
}
