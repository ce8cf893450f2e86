/** A column as the statements so far leave it. */
export interface Column {
  readonly name: string
  /** The name that it has in the database; undefined for one that the statements add. */
  readonly origin: string | undefined
  /** Its values, as SQL over the rows before; undefined where they cannot be told. */
  readonly value: string | undefined
  /** As format_type prints it, or as the statement writes it. */
  readonly type: string
  /** Of the type that it has in the database; undefined once it has another one. */
  readonly typeId: number | undefined
  readonly generated: boolean
}

/** A table as the statements so far leave it. */
export interface Table {
  /** Its number in the database; below zero for one that the statements create. */
  readonly id: number
  readonly schema: string
  readonly name: string
  readonly kind: 'table' | 'partitioned table' | 'foreign table' | 'view' | 'materialized view'
  /** By which name the database has it; undefined where it has none. */
  readonly origin: { readonly schema: string; readonly name: string } | undefined
  readonly columns: readonly Column[]
  readonly parents: readonly number[]
  /** How many rows it had when it was analyzed last. */
  readonly estimate: number | undefined
  readonly triggers: boolean
  readonly key: readonly string[]
  /** The query that the values of its columns are taken from. */
  readonly from: string
  /** Whether its rows are those that the database has. */
  readonly same: boolean
  /** Why its rows cannot be told any more; undefined where they can. */
  readonly unknown: string | undefined
  /** Whether the statements may have put rows in: of one that they created, too. */
  readonly filled: boolean
}
