/** A foreign key as a statement or a catalog says it. */
export interface ForeignKey {
  /** The columns that refer, by their names now. */
  readonly columns: readonly string[]
  readonly other: number
  readonly otherColumns: readonly string[]
  /** Whether a key must be null as a whole or not at all. */
  readonly full: boolean
}
