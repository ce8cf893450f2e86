import { namingOf } from '../../model/kind.ts'
import { keyOf } from './names.ts'
import type { Named } from './names.ts'

/** A rename that is to be done. */
export interface WantedRename {
  /** The object with its new name. */
  readonly to: Named
  /** Its names before the renames, not quoted: the old ones, and those that it would have without this rename. */
  readonly oldNames: readonly string[]
  readonly newNames: readonly string[]
  /** The object with the old name; undefined when there is none. */
  readonly old: Named | undefined
  /** `file:line:column` of the directive; empty where there is none. */
  readonly place: string
}

/** One rename as it is carried out: what has a name, and which name it gets. Spelled as SQL needs it. */
export interface Rename {
  /** The object with its new name. */
  readonly target: Named
  readonly from: string
  readonly to: string
  /** `aside`: its name is taken still, so that it gets one for the moment; `back`: from there to its name. */
  readonly detour: 'none' | 'aside' | 'back'
}

/**
 * Sorts renames so that no name is used twice: first the objects that others are named after, then the rest. An
 * object gets a name after the other one has left it. In a cycle one gets a temporary name.
 */
export function orderRenames(requests: readonly WantedRename[]): Rename[] {
  const levels = Map.groupBy(requests, ({ to }) => levelOf(to))
  return [0, 1, 2].flatMap((level) => orderLevel(levels.get(level) ?? []))
}

/** Types and tables, then routines, whose arguments are of them, then what is of a table or type. */
function levelOf({ arguments: types, names }: Named): number {
  if (types !== undefined) return 1
  return names.length > 2 ? 2 : 0
}

interface Pending {
  readonly target: Named
  readonly place: string
  readonly from: string
  readonly detour: 'none' | 'back'
  readonly leaves: string
  readonly takes: string
}

function orderLevel(requests: readonly WantedRename[]): Rename[] {
  const pending = new Set(requests.map(toPending))
  const renames: Rename[] = []
  while (pending.size > 0) {
    const left = new Set(Array.from(pending, ({ leaves }) => leaves))
    const next = [...pending].find(({ takes }) => !left.has(takes))
    const [first] = pending
    if (next !== undefined) {
      pending.delete(next)
      renames.push(toRename(next, { to: next.target.spelled.at(-1) ?? '', detour: next.detour }))
    } else if (first !== undefined) {
      pending.delete(first)
      const aside = asideName(first)
      renames.push(toRename(first, { to: aside, detour: 'aside' }))
      pending.add({ ...first, from: aside, leaves: '', detour: 'back' })
    }
  }
  return renames
}

function toPending({ to, old, oldNames, newNames, place }: WantedRename): Pending {
  return {
    target: to,
    place,
    from: old?.spelled.at(-1) ?? '',
    detour: 'none',
    leaves: nameSpace(to, oldNames),
    takes: nameSpace(to, newNames),
  }
}

function toRename({ target, from }: Pending, rest: Pick<Rename, 'to' | 'detour'>): Rename {
  return { target, from, ...rest }
}

/**
 * A name with where it must be the only one of its like: tables, views, sequences, types and indexes share theirs in a
 * schema, whatever table an index is of.
 */
function nameSpace(target: Named, names: readonly string[]): string {
  if (namingOf(target.kind).rename?.nameSpace === 'relation' || hasIndex(target))
    return keyOf('relation', [...names.slice(0, 1), ...names.slice(-1)])
  return keyOf(`${target.kind}(${String(target.arguments)})`, names)
}

/** The index of a constraint has its name. */
function hasIndex({ kind, traits }: Named): boolean {
  if (kind !== 'constraint') return false
  const { type } = traits()
  return type === 'primary' || type === 'unique' || type === 'exclude'
}

/** A name for the moment, made of nothing that anybody would choose. A label is a literal. */
function asideName({ target }: Pending): string {
  const name = `renamed_${hash(keyOf(target.kind, target.names))}`
  return target.kind === 'label' ? `'${name}'` : name
}

/** A short digest (FNV-1a), so that the temporary name of an object is always the same. */
function hash(text: string): string {
  let value = 0x811c9dc5
  for (const letter of text) value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return (value >>> 0).toString(36)
}
