import { factsOfId } from '../../model/object-id.ts'
import type { Segment } from '../segment.ts'
import type { Statement } from '../statement.ts'

/** Statements, and those about what answers to statements: before and behind all others, none of which is to meet it. */
export interface Outermost<Each extends Statement> {
  readonly first: readonly Each[]
  readonly rest: readonly Each[]
  readonly last: readonly Each[]
}

/**
 * Takes what answers to statements out of a list. It goes silent first, under the name that it has then, and speaks or is
 * changed last. Such statements are met by none of their sort (manual, Event Trigger Firing Matrix).
 */
export function findOutermost<Each extends Statement>(
  statements: readonly Each[],
): Outermost<Each> {
  const places = Map.groupBy(statements, placeOf)
  return {
    first: places.get('first') ?? [],
    rest: places.get('rest') ?? [],
    last: places.get('last') ?? [],
  }
}

function placeOf({ object, verb, silences }: Statement): keyof Outermost<Statement> {
  if (factsOfId(object)?.answersToStatements !== true) return 'rest'
  return verb === 'rename' || silences === true ? 'first' : 'last'
}

/** Puts what is outermost into the first and the last transaction, or into one beside them where that is none. */
export function putAround<Each extends Statement>(
  segments: readonly Segment<Each>[],
  { first, last }: Pick<Outermost<Each>, 'first' | 'last'>,
): readonly Segment<Each>[] {
  return putBehind(putBefore(segments, first), last)
}

function putBefore<Each extends Statement>(
  segments: readonly Segment<Each>[],
  added: readonly Each[],
): readonly Segment<Each>[] {
  if (added.length === 0) return segments
  const [head, ...rest] = segments
  if (head === undefined || head.outside === true) return [{ statements: added }, ...segments]
  return [{ ...head, statements: [...added, ...head.statements] }, ...rest]
}

function putBehind<Each extends Statement>(
  segments: readonly Segment<Each>[],
  added: readonly Each[],
): readonly Segment<Each>[] {
  if (added.length === 0) return segments
  const tail = segments.at(-1)
  if (tail === undefined || tail.outside === true) return [...segments, { statements: added }]
  return [...segments.slice(0, -1), { ...tail, statements: [...tail.statements, ...added] }]
}
