import type { Kind } from '../../model/kind.ts'
import { sql } from '../connect.ts'
import type { SQLQuery } from '../connect.ts'
import type { Reader } from './reader.ts'
import type { Columns } from './row.ts'

/** In the order in which a database is built: what a kind needs mostly precedes it. */
export const stages = [
  'schemas',
  'settings',
  'types',
  'parts of types',
  'routines',
  'other kinds',
  'tables',
  'parts of tables',
  'views',
  'parts of views',
  'parts of relations',
  'publications',
  'parts of publications',
  'event triggers',
] as const

/** A reader, and all that has to be known of it. */
export interface KindReader {
  /** When it is asked. */
  readonly stage: (typeof stages)[number]
  /** The kinds of objects that it reads. */
  readonly kinds: readonly Kind[]
  /** The names under which `exists` reports them: it is asked where one of them may exist. */
  readonly of: readonly string[]
  /**
   * A query for the kinds of which there may be objects, in rows `kind`; `area` are the oids of the schemas that
   * are ours, and `scope` says whether what initdb made is looked at ("builtIns").
   */
  readonly exists: SQLQuery
  /** What it says of an object: the names and the kinds of the attributes. */
  readonly attributes: Columns
  readonly read: Reader
  /**
   * Rows `catalog, oid, column, id`: their addresses in pg_depend, where src/postgres/read/addresses has none for
   * them.
   */
  readonly addresses?: SQLQuery
}

/** A query for the existence of a kind: one row where rows are there. */
export function whether(kind: string, rows: SQLQuery): SQLQuery {
  return sql`select ${kind}::text where exists (select from ${rows})`
}
