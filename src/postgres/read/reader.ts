import type { CatalogObject } from '../../model/catalog.ts'
import type { Queryable } from '../connect.ts'
import type { Columns, RowOf } from './row.ts'

/** What a database may hold, by the kinds of objects: a reader of kinds that it does not hold need not ask. */
export type ExistingKinds = ReadonlySet<string>

/** What of a database is read. */
export interface Scope {
  /** The schemas that are ours; all but PostgreSQL's own when absent. */
  readonly schemas?: readonly string[]
  /** Schemas that are not ours, such as those of histories. */
  readonly except?: readonly string[]
  /** Whether what superusers own may be ours; when absent it is the platform's. */
  readonly superusers?: boolean
}

/** The schemas that are ours, as a database has them. */
export interface Area {
  readonly schemas: readonly string[]
  /** Whether what superusers own may be ours. */
  readonly superusers: boolean
  /** Whether all schemas are ours but PostgreSQL's own and those that are named as not ours. */
  readonly whole: boolean
  /** The kinds of objects that may be there. */
  readonly existing: ExistingKinds
}

/**
 * Reads the objects of one kind (or of a few that one catalog holds), ordered. One query: the rows are the objects, so
 * that no mapping step exists. Names in attributes are spelled as SQL needs them, quoted where quote_ident would; no
 * oid leaves; what belongs to an extension is left out.
 */
export type Reader<A extends Columns = Columns> = (
  db: Queryable,
  area: Area,
) => Promise<ObjectRow<A>[]>

/** The row of an object: its attributes are one column, as JSON. */
interface ObjectRow<A extends Columns> extends CatalogObject {
  readonly attributes: RowOf<A>
}
