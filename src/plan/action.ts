import type { ObjectId } from '../model/catalog.ts'

/**
 * What statements say, as data, by kind. `src/plan/write` prints it. Expressions, names and types in it are spelled as
 * PostgreSQL prints them; what a pass must know of a statement has a field.
 */
interface Actions {
  readonly grant: Rights & AsRole
  /** `optionOnly`: the right stays, and cannot be handed on any more. */
  readonly revoke: Omit<Rights, 'grantable'> & AsRole & { readonly optionOnly?: true }
  readonly defaultPrivileges: DefaultRights
  /** `null` takes the comment away. */
  readonly comment: { readonly on: string; readonly text: string | null }
  /** `alter SUBJECT CLAUSE`; `below`: the clause has a separate line. */
  readonly alter: { readonly subject: string; readonly clause: string; readonly below: boolean }
  readonly alterColumn: AlterColumn
  /** Several clauses of ALTER TABLE, each as a statement says it. */
  readonly alterTable: { readonly subject: string; readonly parts: readonly Action[] }
  readonly create: Create
  readonly define: Define
  readonly drop: { readonly address: string; readonly cascade: boolean }
  readonly addPart: OfPart & { readonly definition: string }
  readonly dropPart: OfPart
  readonly rename: Rename
  readonly setPosition: SetPosition
  /** Sets a parameter of the server until the transaction ends. */
  readonly setLocal: { readonly parameter: string; readonly value: string }
  /** Checks the body of a routine that was made while bodies were not checked. */
  readonly checkBody: { readonly routine: string; readonly validator: string }
  /** Atlas's statement in the place of one of the planner's. */
  readonly atlas: { readonly part: string; readonly text: string }
}

/** The kinds of actions. */
export type ActionKind = keyof Actions

/** What one statement says; `Action<'grant'>` is one kind. */
export type Action<Of extends ActionKind = ActionKind> = {
  [Each in Of]: { readonly kind: Each } & Actions[Each]
}[Of]

/** What there is for the actions of each kind. */
export type ByAction<Result> = {
  readonly [Each in ActionKind]: (action: Action<Each>) => Result
}

/** Who may do what with one object, or may no longer. */
interface Rights {
  readonly privileges: readonly Privilege[]
  /** `table public.a` */
  readonly target: string
  readonly grantees: readonly string[]
  /** Whether the grantees may hand it on. */
  readonly grantable: boolean
}

/** The role that says it, where that is not whoever runs the plan. */
interface AsRole {
  readonly as?: string
}

/** `select`; without columns it is for the whole object. */
export interface Privilege {
  readonly name: string
  readonly columns: readonly string[]
}

interface DefaultRights {
  readonly verb: 'grant' | 'revoke'
  /** Whose new objects it is about, and in which schema; everywhere where that is null. */
  readonly role: string
  readonly schema: string | null
  readonly objectType: string
  readonly privileges: readonly string[]
  readonly grantee: string
  readonly grantable: boolean
  readonly optionOnly?: true
}

interface AlterColumn extends ColumnSetting {
  /** `table only public.a` */
  readonly subject: string
  readonly column: string
}

/** What of a column a statement sets, and to what. */
export interface ColumnSetting {
  readonly part: ColumnPart
  /** What follows the words of the part. */
  readonly value?: string
}

/** A part of a column, as ALTER COLUMN calls it; Atlas's statements are matched by it. */
type ColumnPart =
  | 'type'
  | 'set default'
  | 'drop default'
  | 'set not null'
  | 'drop not null'
  | 'set expression as'
  | 'drop expression'
  | 'set storage'
  | 'set compression'
  | 'set statistics'
  /** An identity. */
  | 'add'
  | 'drop identity'
  /** Options of the column, or of its identity. */
  | 'set'
  | 'reset'
  /** Options of foreign data. */
  | 'options'

interface Create {
  readonly orReplace: boolean
  /** `type public.a`, `policy own on public.a` */
  readonly what: string
  /** What follows it, with the space or line break before it. */
  readonly rest: string
}

/** An object that PostgreSQL prints whole. */
interface Define {
  readonly orReplace: boolean
  /** From CREATE on; whether it says OR REPLACE does not count. */
  readonly definition: string
  /** Whether it is one of pg_get_functiondef, which is written a clause a line. */
  readonly isRoutine: boolean
}

/** A part of an object. */
export interface OfPart {
  /** `table public.a` */
  readonly subject: string
  readonly part: Part
}

/** A column, a constraint or an attribute of something, as ALTER calls it. */
interface Part {
  readonly what: string
  readonly name: string
}

interface Rename {
  /** `table public.a` */
  readonly subject: string
  /** What is renamed of the subject; null where it is the subject itself. */
  readonly part: Part | null
  readonly to: string
}

interface SetPosition {
  /** The sequence's name, and the number that is set. */
  readonly sequence: string
  readonly last: string
  readonly table: string
  /** Whose numbers are read; null where the table is another sequence. */
  readonly column: ObjectId | null
  /** Which rows count. */
  readonly where: readonly string[]
  /** What is true where the number is to be set. */
  readonly having: readonly string[]
}

/** A form of ALTER on one line. */
export function alter(subject: string, clause: string): Action<'alter'> {
  return { kind: 'alter', subject, clause, below: false }
}

/** A form of ALTER whose clause has a separate line. */
export function alterBelow(subject: string, clause: string): Action<'alter'> {
  return { kind: 'alter', subject, clause, below: true }
}

/** CREATE as the planner says it. */
export function create(what: string, rest = ''): Action<'create'> {
  return { kind: 'create', orReplace: false, what, rest }
}

/** CREATE as PostgreSQL prints it. */
export function define(definition: string): Action<'define'> {
  return { kind: 'define', orReplace: false, definition, isRoutine: false }
}

/** CREATE of a function or a procedure as PostgreSQL prints it. */
export function defineRoutine(definition: string): Action<'define'> {
  return { ...define(definition), isRoutine: true }
}

/** The same in the place of an object that is there. */
export function orReplace<Each extends Action<'create' | 'define'>>(action: Each): Each {
  return { ...action, orReplace: true }
}

/** DROP by the object's address. */
export function drop(address: string): Action<'drop'> {
  return { kind: 'drop', address, cascade: false }
}

/** ALTER … ADD, of a part of an object; the definition follows the part's name. */
export function addPart(part: OfPart, definition: string): Action<'addPart'> {
  return { kind: 'addPart', ...part, definition }
}

/** ALTER … DROP, of a part of an object. */
export function dropPart(part: OfPart): Action<'dropPart'> {
  return { kind: 'dropPart', ...part }
}

/** COMMENT ON; `null` takes it away. */
export function comment(on: string, text: string | null): Action<'comment'> {
  return { kind: 'comment', on, text }
}

/** ALTER … RENAME TO, of an object or of a part of it. */
export function renameTo(subject: string, to: string, part: Part | null = null): Action<'rename'> {
  return { kind: 'rename', subject, part, to }
}

/** Whether two statements say the same. */
export function isSameAction(one: Action, other: Action): boolean {
  return actionKey(one) === actionKey(other)
}

/** Whether two statements set one part of an object, if to another value: the type of a column. */
export function setsSamePart(one: Action, other: Action): boolean {
  return (
    one.kind === 'alterColumn' &&
    other.kind === 'alterColumn' &&
    one.column === other.column &&
    one.part === other.part
  )
}

/** What is alike for actions that say the same, and for those alone. */
export function actionKey(action: Action): string {
  return JSON.stringify(Object.entries(action).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
