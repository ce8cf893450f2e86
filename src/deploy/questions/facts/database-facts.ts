/** A table as a database has it. */
export interface TableFact {
  readonly id: number
  readonly schema: string
  readonly name: string
  readonly kind: 'table' | 'partitioned table' | 'foreign table' | 'view' | 'materialized view'
  /** How many rows it had when it was analyzed last; null where it never was. */
  readonly rows: number | null
  /** Whether triggers or rules of users run when its rows change. */
  readonly triggers: boolean
  /** The tables that it inherits from, or whose partition it is. */
  readonly parents: readonly number[]
  readonly columns: readonly ColumnFact[]
  /** The columns of the primary key, in its order. */
  readonly key: readonly string[]
  /** The expressions of a partitioned table's key, and its strategy: `r`, `l` or `h`; '' of other tables. */
  readonly strategy: string
  readonly partitionKey: readonly string[]
  /** The default partition; null where there is none. */
  readonly defaultPartition: number | null
  readonly owner: string
}

/** A column that is not dropped. */
interface ColumnFact {
  readonly number: number
  readonly name: string
  /** As format_type prints it. */
  readonly type: string
  readonly typeId: number
  /** Computed from others: nothing is lost with it. */
  readonly generated: boolean
  readonly notNull: boolean
}

/** A type that users made. */
export interface TypeFact {
  readonly id: number
  readonly schema: string
  readonly name: string
  readonly kind: 'enum' | 'domain' | 'composite' | 'other'
  /** Of a domain: the type that it constrains; else 0. */
  readonly base: number
  /** Of a domain: whether it has a default, and whether it refuses null. */
  readonly hasDefault: boolean
  readonly notNull: boolean
  readonly owner: string
}

/** A constraint that matters for rows: a check, a foreign key, NOT NULL; of a table or a domain. */
export interface ConstraintFact {
  /** The table, or 0. */
  readonly tableId: number
  /** The domain, or 0. */
  readonly typeId: number
  readonly name: string
  readonly kind: 'check' | 'foreign key' | 'not null'
  readonly valid: boolean
  /** Of a check: its expression. */
  readonly expression: string | null
  readonly columns: readonly string[]
  /** Of a foreign key: what it refers to, how it matches, and what a deletion does: PostgreSQL's letters. */
  readonly other: number
  readonly otherColumns: readonly string[]
  readonly match: string
  readonly onDelete: string
  readonly onUpdate: string
}

/** A column, or a table as a whole (column 0), that goes when something else is dropped. */
export interface DependentFact {
  /** `schema public`, `type 16390`, `function f`: what is dropped. */
  readonly needed: string
  readonly tableId: number
  readonly column: number
  /** Whether the drop takes it along only where it says CASCADE. */
  readonly byCascade: boolean
}

/** What a database says of its objects, as far as questions need it; read once. */
export interface Facts {
  readonly tables: readonly TableFact[]
  readonly types: readonly TypeFact[]
  readonly constraints: readonly ConstraintFact[]
  readonly dependents: readonly DependentFact[]
  /** The schemas in which names without a schema are looked up, in order. */
  readonly path: readonly string[]
  readonly user: string
  /** Functions that may change rows: volatile ones outside of pg_catalog, as `schema.name`. */
  readonly writers: ReadonlySet<string>
  /** Names of functions that may answer otherwise the next time, pg_catalog's too. */
  readonly volatile: ReadonlySet<string>
  /** Names of schemas. */
  readonly schemas: ReadonlySet<string>
  /** Sequences that no column owns and that have been used, as `schema.name`. */
  readonly sequences: ReadonlySet<string>
}
