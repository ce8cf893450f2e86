import type { KindFacts, PartFacts, PartKind } from './kind-facts.ts'
import * as listed from './kinds/kinds.ts'
import { parts } from './kinds/part-kinds.ts'

const { named, ...planned } = listed

/** A kind of objects that rules plan. */
export type PlannedKind = keyof typeof planned

/** A kind that no rule plans. */
export type NamedKind = keyof typeof named

/** A kind of objects that a catalog may hold. */
export type Kind = PlannedKind | NamedKind

/** Every kind. */
export const kinds: readonly Kind[] = [...Object.keys(planned), ...Object.keys(named)]
  .filter(isKind)
  .toSorted()

/** Whether a text is the name of a kind. */
export function isKind(word: string): word is Kind {
  return isPlannedKind(word) || Object.hasOwn(named, word)
}

/** Whether rules plan objects of a kind. */
export function isPlannedKind(word: string): word is PlannedKind {
  return Object.hasOwn(planned, word)
}

/** What is known of a kind; of one that no rule plans there is less. */
export function factsOf(kind: Kind): Partial<KindFacts> & Pick<KindFacts, 'words'> {
  return isPlannedKind(kind) ? facts[kind] : named[kind]
}

/** The same of a kind, or of parts of types, as far as names go. */
export function namingOf(kind: Kind | PartKind): PartFacts {
  if (isPart(kind)) return parts[kind]
  const { words, rename } = factsOf(kind)
  return { words, rename }
}

/** What statements call a kind that no rule plans. */
export function sqlWordOf(kind: NamedKind): string {
  return named[kind].sql
}

/** Whether a text names a sort of parts of types. */
export function isPart(word: string): word is PartKind {
  return Object.hasOwn(parts, word)
}

const facts: Readonly<Record<PlannedKind, KindFacts>> = planned
