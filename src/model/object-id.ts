import { pathOf, splitName, unquoteName } from './qualified-name.ts'
import { textOf, textsOf } from './attribute.ts'
import type { CatalogObject, ObjectId } from './catalog.ts'
import { factsOf, isKind } from './kind.ts'
import type { Kind } from './kind.ts'

/** What an id says. */
export interface ObjectName {
  readonly kind: string
  /** Schema, table or type, own name; as SQL spells them. What no dots take apart is one name: `p: public.notes`. */
  readonly spelled: readonly string[]
  /** The types that tell a routine from others of its name, between its parentheses; undefined for all else. */
  readonly arguments: string | undefined
}

/** Reads an id. */
export function parseObjectId(id: ObjectId): ObjectName {
  const name = nameOf(id)
  const path = bareNameOf(id)
  const list = path === name ? undefined : name.slice(path.length + 1, -1)
  return { kind: kindTextOf(id), spelled: splitName(path), arguments: list }
}

/** Spells an id as the readers do (src/postgres/read/ids.ts). */
export function formatObjectId({ kind, spelled, arguments: list }: ObjectName): ObjectId {
  return idOf(kind, `${spelled.join('.')}${list === undefined ? '' : `(${list})`}`)
}

/** The id of what has a name that SQL spells. */
export function idOf(kind: string, name: string): ObjectId {
  return asId(`${kind} ${name}`)
}

/** An attribute that is the id of another object; null where it is absent. */
export function idAt(object: CatalogObject, attribute: string): ObjectId | null {
  const text = textOf(object, attribute)
  return text === null ? null : asId(text)
}

/** An attribute that is a list of ids; absent is empty. */
export function idsAt(object: CatalogObject, attribute: string): ObjectId[] {
  return textsOf(object, attribute).map(asId)
}

/** The part of a parent table that a part of a table follows: it comes and goes with that one. */
export function attachedTo(part: CatalogObject): ObjectId | null {
  return idAt(part, 'attachedTo')
}

/** The id of a part of an object: a column of a table, by its name as SQL spells it. */
export function childId(kind: string, parent: ObjectId, name: string): ObjectId {
  return idOf(kind, `${nameOf(parent)}.${name}`)
}

/** Whether an id is that of a part of an object. */
export function isChildOf(id: ObjectId, kind: string, parent: ObjectId): boolean {
  return id.startsWith(childId(kind, parent, ''))
}

/** The word that an id begins with: its kind, or the first word of one. */
export function kindTextOf(id: ObjectId): string {
  return id.split(' ', 1)[0] ?? ''
}

/** The kind that an id begins with; undefined where it is one of several words. */
export function kindOf(id: ObjectId): Kind | undefined {
  const word = kindTextOf(id)
  return isKind(word) ? word : undefined
}

/** An id as people read it: `materialized view public.m`. What is no id stays as it is. */
export function idInWords(text: string): string {
  if (!isId(text)) return text
  const facts = factsOfId(text)
  if (facts === undefined) return text
  const name = nameOf(text)
  return `${facts.words} ${facts.spoken?.(name) ?? name}`
}

/** What is known of the kind that an id begins with. */
export function factsOfId(id: ObjectId): ReturnType<typeof factsOf> | undefined {
  const kind = kindOf(id)
  return kind === undefined ? undefined : factsOf(kind)
}

/** Whether an id names something of a kind; nothing is of none. */
export function isOfKind(id: ObjectId | null | undefined, kind: string): boolean {
  return id?.startsWith(`${kind} `) === true
}

/** The SQL name that an id carries: `public.notes`, `public.f(integer)`. Quoted where SQL needs it. */
export function nameOf(id: ObjectId): string {
  return id.slice(id.indexOf(' ') + 1)
}

/** The name of an object, also of a kind of several words. */
export function nameOfObject({ kind, id }: CatalogObject): string {
  return id.slice(kind.length + 1)
}

/** The name without what overloads are told apart by: `public.f`. */
export function bareNameOf(id: ObjectId): string {
  const name = nameOf(id)
  // Most names have no parenthesis, and plans of a thousand tables ask for all of them.
  if (!name.endsWith(')')) return name
  const path = pathOf(name)
  // The types of a cast are all of its name.
  return path !== '' && name[path.length] === '(' ? path : name
}

/** The last of the names, as PostgreSQL has it: `a b` of `table public."a b"`. */
export function lastNameOf(id: ObjectId): string {
  return unquoteName(parseObjectId(id).spelled.at(-1) ?? '')
}

function asId(text: string): ObjectId {
  if (isId(text)) return text
  throw new Error(`${text} is no id of an object`)
}

function isId(text: string): text is ObjectId {
  return text.includes(' ')
}
