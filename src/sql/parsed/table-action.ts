/**
 * What one statement, or one part of a statement that does several things, does to a table. Names as SQL spells
 * them.
 */
export interface TableAction {
  readonly kind: 'table' | 'column' | 'constraint' | 'index'
  readonly schema: string
  /** Null for an index that goes or gets a comment: such a statement does not say whose it is. */
  readonly table: string | null
  /** Null for the table itself. */
  readonly name: string | null
  readonly verb: 'create' | 'alter' | 'drop' | 'comment'
  /** What of a column is altered: `type`, `set not null`; '' for all else. */
  readonly part: string
  /** The action as a separate statement, without its semicolon, as people write it. */
  readonly sql: string
}

/** What cannot be read so, in its own words. */
export interface UnreadAction {
  readonly sql: string
}
