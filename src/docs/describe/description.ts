import type { Prose } from '../text/prose.ts'

/** All that the pages say of a database. Names are spelled as SQL needs them; every list has its order. */
export interface Description {
  /** What the project calls its database. */
  readonly title: string
  readonly relations: readonly Relation[]
  readonly routines: readonly Routine[]
  readonly types: readonly DataType[]
  /** What has no page and no table of these pages, such as an extension or a trigger of a table of others. */
  readonly others: readonly OtherObject[]
  /** Tables of other schemas that foreign keys lead to. */
  readonly outside: readonly OutsideTable[]
  readonly roles: readonly RoleText[]
  readonly rights: readonly RightsGroup[]
}

/** A table or a view. */
export interface Relation {
  readonly kind: 'table' | 'view' | 'materialized view'
  readonly name: string
  readonly comment: string | null
  /** What else is to be known of it: partitions, publications, triggers of other tables. */
  readonly facts: readonly Prose[]
  /** The query of a view. */
  readonly query: string | null
  readonly columns: readonly Column[]
  /** Primary and unique keys, and exclusions. */
  readonly keys: readonly Part[]
  readonly foreignKeys: readonly ForeignKey[]
  readonly referencedBy: readonly Reference[]
  readonly checks: readonly Part[]
  readonly indexes: readonly Part[]
  readonly triggers: readonly Part[]
  readonly policies: readonly Policy[]
  /** The names of routines whose text names it. */
  readonly routines: readonly Mention[]
  /** Who may do what with it. */
  readonly access: readonly Prose[]
}

/** A column of a table or a view. */
export interface Column {
  readonly name: string
  readonly type: string
  /** Null where nothing is known of it, as of a view's column. */
  readonly nullable: boolean | null
  /** Its default, or how it is generated. */
  readonly value: ColumnValue | null
  readonly comment: string | null
  readonly isPrimary: boolean
  readonly isForeign: boolean
  /** Whether it is a unique key alone. */
  readonly isUnique: boolean
}

/** Where the value of a column comes from when nobody gives one. */
export interface ColumnValue {
  readonly kind: 'default' | 'generated' | 'identity'
  /** An expression; of an identity column `always` or `by default`. */
  readonly sql: string
}

/** A part of a table, as PostgreSQL prints it. */
export interface Part {
  readonly name: string
  readonly definition: string
  readonly comment: string | null
}

/** A foreign key. */
export interface ForeignKey extends Part {
  readonly columns: readonly string[]
  readonly table: string
  readonly referenced: readonly string[]
  readonly onDelete: string | null
  readonly onUpdate: string | null
  /** Whether every row has to refer to one. */
  readonly isRequired: boolean
}

/** A foreign key of another table that leads here. */
export interface Reference {
  readonly table: string
  readonly key: ForeignKey
}

/** A policy of row security. */
export interface Policy {
  readonly name: string
  readonly comment: string | null
  readonly sentences: readonly Prose[]
  readonly using: string | null
  readonly check: string | null
}

/** A routine that names a table. */
export interface Mention {
  readonly name: string
  readonly comment: string | null
  /** Whether it runs with the rights of its owner, whoever calls it. */
  readonly asOwner: boolean
}

/** A function or a procedure. */
export interface Routine {
  readonly name: string
  readonly comment: string | null
  /** How it is called: its parameters with their defaults, and what it returns. */
  readonly signature: string
  /** Language, volatility, with whose rights it runs. */
  readonly manner: string
  readonly access: readonly Prose[]
}

/** An enum, a domain or another type. */
export interface DataType {
  readonly kind: string
  readonly name: string
  readonly comment: string | null
  /** The labels of an enum, in their order. */
  readonly labels: readonly string[]
  /** The type beneath and the checks of a domain, the fields of a composite type. */
  readonly definition: readonly string[]
}

/** An object that is named and not described. */
export interface OtherObject {
  /** With its kind: `extension pgcrypto`. */
  readonly name: string
  readonly definition: string | null
  readonly comment: string | null
}

/** A table of another schema, with the columns that keys lead to. */
export interface OutsideTable {
  readonly name: string
  readonly columns: readonly { readonly name: string; readonly type: string }[]
}

/** A role of the matrix, and what is to be known of it. */
export interface RoleText {
  readonly name: string
  readonly about: Prose
}

/** Objects of one sort in the matrix of rights. */
export interface RightsGroup {
  readonly title: string
  readonly rows: readonly RightsRow[]
}

/** What each role may do by one command on one object, in the order of the roles. */
export interface RightsRow {
  readonly object: string
  readonly command: string
  readonly cells: readonly RightsCell[]
}

/** What one role may. */
export interface RightsCell {
  readonly level: 'none' | 'some' | 'all'
  /** A few words, such as `own rows`. */
  readonly text: string
}
