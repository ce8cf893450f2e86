import type { Context } from '../rule.ts'
import { findCycleKeys, findLinks } from '../rules/persistence.ts'
import { isDropped } from './object-change.ts'
import type { ObjectChanges, Replacement } from './object-change.ts'

/** The changes by which foreign keys in a cycle go while their tables become unlogged, or logged. */
export function recreateCycles(objectChanges: ObjectChanges, context: Context): Replacement[] {
  const links = findLinks(context).filter(({ key }) => !isDropped(objectChanges.get(key)))
  const closing = findCycleKeys(links)
  return links.flatMap(({ key, used }) => {
    const [from, to] = [context.from.objects.get(key), context.to.objects.get(key)]
    return !closing.has(key) || from === undefined || to === undefined
      ? []
      : [{ kind: 'replace', from, to, reason: { kind: 'needs', needed: used } }]
  })
}
