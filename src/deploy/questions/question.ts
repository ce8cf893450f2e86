/** What a statement does to rows that are there, or what they do to it. */
export type Outcome = 'loses rows' | 'loses values' | 'changes values' | 'fails'

/** What is lost whole, by the names that the database has now: the rows of a table, or the values of a column. */
export interface Kept {
  readonly kind: 'rows' | 'values' | 'narrowed values'
  readonly schema: string
  readonly table: string
  /** Null for rows. */
  readonly column: string | null
}

/** What to count in a database before a statement runs there. */
export interface Question {
  readonly outcome: Outcome
  /** The table, or the column with its table in front, quoted as SQL, by the name that the database has now. */
  readonly object: string
  /** Which rows are counted, in words: `null in a required column`. */
  readonly detail: string
  /** A query that answers one number; it changes nothing. */
  readonly count: string
  /** A query that answers one text, which names one of the rows; undefined where the table has no key. */
  readonly example: string | undefined
  /** How many rows the table had when it was analyzed last; undefined where it never was. */
  readonly estimate: number | undefined
  /** The search path of the statement, as SQL writes it. */
  readonly path: string
  /** Whether the statement names its rows by a condition: such a statement means what it does. */
  readonly chosen: boolean
  /** What a copy would hold, from which it can be put back; null where a statement changes rows as it likes. */
  readonly kept: Kept | null
  /** Whether an error of the query about some value is one that the statement meets too. */
  readonly raises: boolean
}

/** A question, and the statement that it is about. */
export interface PlacedQuestion extends Question {
  /** file:line */
  readonly place: string
}

/** What cannot be told of a statement before it runs. */
export interface NotAsked {
  /** file:line */
  readonly place: string
  readonly reason: string
}

/** A question with its answer. */
export interface Answer {
  readonly outcome: Outcome
  readonly object: string
  readonly detail: string
  /** file:line */
  readonly place: string
  /** Null where the rows could not be counted in time. */
  readonly count: number | null
  /** Of a table that could not be counted in time: about how many rows it has. */
  readonly estimate: number | null
  /** One of the rows, by its key. */
  readonly example: string | null
  /** PostgreSQL's error about a value, which the statement will meet too; null where there is none. */
  readonly error: string | null
  readonly chosen: boolean
  readonly kept: Kept | null
}

/** What was asked before statements run: the answers that found rows, and what was not asked. */
export interface Answers {
  readonly answers: readonly Answer[]
  readonly notAsked: readonly NotAsked[]
}
