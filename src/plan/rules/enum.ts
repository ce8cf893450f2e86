import type { ObjectId } from '../../model/catalog.ts'
import { quoteLiteral } from '../../sql/quote.ts'
import { alter, create } from '../action.ts'
import { textsOf } from '../../model/attribute.ts'
import { alterFacets, createFacets, withoutFacets } from './facets/facets.ts'
import { dropOwnType } from './kept-aside.ts'
import { nameOf } from '../../model/object-id.ts'
import type { Rule } from '../rule.ts'
import { statement } from '../statement.ts'
import type { Statement } from '../statement.ts'

/** Enums. A label can be added at any place; one that goes, or moves, takes a new type. */
export const enumRule: Rule = {
  kind: 'enum',
  create: (type, context) => {
    const labels = textsOf(type, 'labels').map((label) => `  ${quoteLiteral(label)}`)
    return [
      statement(
        { verb: 'create', object: type.id },
        create(`type ${nameOf(type.id)}`, ` as enum (\n${labels.join(',\n')}\n)`),
      ),
      ...createFacets(type, context),
    ]
  },
  drop: dropOwnType,
  alter: (change, context) => {
    const before = textsOf(change.from, 'labels')
    const after = textsOf(change.to, 'labels')
    if (withoutFacets(change).length === 0) return alterFacets(change, context)
    // A label cannot go or move, and a new one cannot be used at once: a new type takes the old one's place, and what is
    // of it is carried over.
    const kept = after.filter((label) => before.includes(label))
    if (kept.join('\n') !== before.join('\n') || context.single === true) return 'replace'
    return [...addLabels(change.to.id, before, after), ...alterFacets(change, context)]
  },
}

/** Each new label behind the one before it, or before the first one that was there. */
function addLabels(id: ObjectId, before: readonly string[], after: readonly string[]): Statement[] {
  return after.flatMap((label, at) => {
    if (before.includes(label)) return []
    const previous = after[at - 1]
    const first = before[0]
    const place =
      previous !== undefined
        ? ` after ${quoteLiteral(previous)}`
        : first === undefined
          ? ''
          : ` before ${quoteLiteral(first)}`
    // A new label cannot be used in the transaction that adds it (manual, ALTER TYPE, Notes).
    return [
      statement(
        { verb: 'alter', object: id },
        alter(`type ${nameOf(id)}`, `add value ${quoteLiteral(label)}${place}`),
        {
          endsSegment: true,
        },
      ),
    ]
  })
}
