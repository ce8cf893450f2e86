import type { Frame } from './spelling/same-spelling.ts'

/** How one object is called, spelled as SQL needs it. */
interface Names {
  /** All of it, a routine's arguments too: `public.t`, `public.f(integer)`. */
  readonly name: string
  /** Without its parent's: `select_own`. */
  readonly own: string
  /** Its parent's; empty for what has none. */
  readonly parent: string
  /** The schema of its parent; empty for what has none. */
  readonly parentSchema: string
}

interface Attributed {
  readonly attributes: Readonly<Record<string, unknown>>
}

/**
 * What is known of a kind whatever the object is. A new kind answers each question; what is optional is off when
 * absent.
 */
export interface KindFacts {
  /** What people call it: `materialized view`. */
  readonly words: string
  /** How COMMENT ON, ALTER and DROP call one: `policy p on public.t`. Undefined where they cannot. */
  readonly address: ((names: Names) => string) | undefined
  /** The name of one as people read it, where it is not what the id has. */
  readonly spoken?: (name: string) => string
  /** How it gets another name; undefined where a schema file cannot ask for it. */
  readonly rename: RenameFacts | undefined
  /** How its rights are granted; undefined where it has none. */
  readonly grant: GrantFacts | undefined
  /** Whether clients name or call it: a drop and a rename break them. `rename`: other hazards cover the drop. */
  readonly clients: 'drop and rename' | 'rename' | 'none'
  /** Whether src/plan/hazards/by-kind.ts has hazards that such objects alone have. */
  readonly hasOwnHazards: boolean
  /** Whether a plan may print the statement of a schema file as its author wrote it, being all that makes the object. */
  readonly isVerbatim?: boolean
  /** Whether messages for people name it by its whole name, not by its own and its parent's. */
  readonly isToldWhole?: boolean
  /** Whether its name alone would be taken for something else, so that hazards tell the kind too. */
  readonly isToldWithKind?: boolean
  /** Whether a schema in which nothing was made has such objects. */
  readonly isInEmptySchema?: boolean
  /** `own`: somebody makes it as a type; `row`: it comes with a type for its rows. */
  readonly type?: 'own' | 'row'
  /** The names within one that are no objects. */
  readonly parts?: PartKind
  /** Whether it is a relation, which PostgreSQL locks. */
  readonly isRelation?: boolean
  /** Whether it is a table, here or elsewhere: its columns and constraints are objects, and tables inherit from it. */
  readonly isTable?: boolean
  /** Attributes about secrets, such as the options of a foreign table: what is in them is never shown. */
  readonly secrets?: readonly string[]
  /** The attribute with digests of secret values, by which two are told apart (src/model/secret-option.ts). */
  readonly digests?: string
  /** Attributes that are about how it comes to be, not about what it is: they are not compared. */
  readonly aside?: readonly string[]
  /** Whether it is an index or may have one: it goes with its columns, and is rebuilt when their type changes. */
  readonly hasIndex?: boolean
  /** Whether it has a body that may be a text, which PostgreSQL does not look into before it is called. */
  readonly hasBody?: boolean
  /** The attributes that PostgreSQL prints from what it keeps, not as their author wrote them. */
  readonly printed?: Readonly<Record<string, Frame>>
  /** Whether it answers to statements about other objects: no statement of the plan that makes or drops it is to meet it. */
  readonly answersToStatements?: boolean
  /** Whether it may call a function that needs its table, so that it is dropped before the two where they go too. */
  readonly callsFunctions?: boolean
  /** Whether it keeps rows. */
  readonly hasRows?: boolean
  /**
   * Whether it has to go while the type of a column that it needs changes, since PostgreSQL does not rebuild it
   * (manual, ALTER TABLE, Notes).
   */
  readonly isInWayOfType?: (object: Attributed) => boolean
  /**
   * Whether PostgreSQL rebuilds it when the type or the generation expression of a column changes, and loses a part of
   * it: it has to go meanwhile too. Takes the role that runs the plan.
   */
  readonly losesByRebuild?: (object: Attributed, role: string) => boolean
  /** Whether statements name it in literals: `to_tsvector('public.english', body)`. */
  readonly isNamedInLiterals?: boolean
  /** Whether a superuser alone makes or drops one: a copy may lack it, as it may lack what no rule plans. */
  readonly isForSuperusers?: boolean
  /** How Atlas and the planner share it; absent where Atlas plans nothing of it. */
  readonly atlas?: AtlasFacts
  /** Whether a table of Atlas's may need one that the plan changes, though Atlas plans nothing of it. */
  readonly isHarmlessToAtlas?: boolean
}

/** How rights on objects of a kind are granted and told. */
interface GrantFacts {
  /** What GRANT calls it. */
  readonly word: string
  /** Whether a privilege names the object and its parent is what GRANT names: `select (email) on table public.a`. */
  readonly isOnParent?: boolean
  /** The word that tells people what the name is of; absent where the name is enough. */
  readonly told?: string
  /** Whether everybody may execute or use it from the beginning (manual, 5.8 Privileges). */
  readonly isOpen?: boolean
}

/** How a kind, or a part of a type, is renamed. */
interface RenameFacts {
  /**
   * `whole`: ALTER with its address, RENAME TO. Else by a clause of what it is a part of: ALTER TABLE t RENAME
   * COLUMN.
   */
  readonly form: 'whole' | { readonly alter: string; readonly part: string }
  /** `relation`: tables, views, sequences, types and indexes share their names in a schema. */
  readonly nameSpace?: 'relation'
  /** Whether other things are named after it, or have it as their type, so that it is renamed before them. */
  readonly isOwner?: boolean
  /** Whether it is named after its table or column, by default or by habit. */
  readonly isNamedAfterParent?: boolean
  /** What is equal of two that differ in name only; absent where nobody misses it when it is recreated. */
  readonly look?: Look
  /** Whether nothing is lost when it is recreated under another name. */
  readonly isSilent?: boolean
  /** What is lost when it is no rename. */
  readonly loss?: string
}

/**
 * What is compared to see a rename: some attributes, all but some, all but the name within a definition, the
 * columns of a table, or nothing.
 */
export type Look =
  | { readonly of: readonly string[] }
  | { readonly without: readonly string[] }
  | { readonly withoutNameIn: string }
  | 'columns'
  | 'nothing'

/** Parts of types that have a name and are no objects. */
export type PartKind = 'label' | 'field'

/** What is known of such parts. */
export type PartFacts = Pick<KindFacts, 'words' | 'rename'>

/** What Atlas does with a kind: a table, or a part of one. */
interface AtlasFacts {
  /** What Atlas does to one, as far as it does it by a separate statement. */
  readonly verbs: readonly ('create' | 'drop' | 'alter' | 'comment')[]
  /**
   * Who plans which attribute; `added` and `removed` are the object as a whole. `beside`: the planner, while Atlas
   * plans the rest of the table; `own`: the planner, and all of the table with it.
   */
  readonly attributes: Readonly<Record<string, 'atlas' | 'beside' | 'own'>>
  /** What attributes of a new object are when nothing is said of them, unless absent or off; `*` for any value. */
  readonly defaults: Readonly<Record<string, string | boolean>>
}

/** What is known of kinds that no rule plans. */
export type NamedFacts = Pick<KindFacts, 'words' | 'isRelation' | 'secrets'> & {
  /** What statements call it. */
  readonly sql: string
}
