import type { CatalogObject, ObjectId } from '../model/catalog.ts'
import { isGoing } from './deed.ts'
import type { Decisions, Deed, Deeds, Rules, Unmanaged } from './deed.ts'
import type { Context } from './rule.ts'

/** Which dependents have to give way: those of some kinds, or all. */
type Blocked = readonly string[] | 'all'

/**
 * What is dropped or replaced takes along what hangs on it: that is replaced too, or lets go and takes up again; so
 * is what stands in the way of an alteration. Adds their deeds, until nothing more has to move; answers what cannot.
 */
export function spreadDeeds(first: Deeds, context: Context, rules: Rules): Decisions {
  const deeds = new Map(first)
  const unmanaged = new Map<ObjectId, Unmanaged>()
  const dependents = Map.groupBy(context.from.dependencies, ({ needed }) => needed)
  const goes = (id: ObjectId): boolean => isGoing(deeds.get(id))
  const round = (): boolean => {
    const before = deeds.size + unmanaged.size
    let upgraded = false
    for (const [id, deed] of [...deeds]) {
      const blocked = blockedBy(deed, { context, rules, goes })
      for (const { dependent } of blocked.length === 0 ? [] : (dependents.get(id) ?? [])) {
        const moved = moveAside(dependent, { needed: id, blocked, deeds, context, rules })
        if (moved === undefined) continue
        if ('why' in moved) unmanaged.set(dependent, moved)
        else {
          upgraded ||= deeds.has(dependent)
          deeds.set(dependent, moved)
        }
      }
    }
    return upgraded || deeds.size + unmanaged.size > before
  }
  while (round());
  return { deeds, unmanaged: [...unmanaged.values()] }
}

function blockedBy(
  deed: Deed,
  {
    context,
    rules,
    goes,
  }: {
    readonly context: Context
    readonly rules: Rules
    readonly goes: (id: ObjectId) => boolean
  },
): Blocked {
  if (isGoing(deed)) return 'all'
  if (deed.kind === 'alter')
    return rules[deed.change.to.kind]?.blockedBy?.(deed.change, context) ?? []
  if (deed.kind !== 'reattach') return []
  return rules[deed.from.kind]?.hold?.takesDependents(deed.from, goes) === true ? 'all' : []
}

interface Move {
  /** What it hangs on. */
  readonly needed: ObjectId
  readonly blocked: Blocked
  readonly deeds: Deeds
  readonly context: Context
  readonly rules: Rules
}

/** The deed by which a dependent gives way; undefined when it need not, or does already. */
function moveAside(id: ObjectId, move: Move): Deed | Unmanaged | undefined {
  const from = move.context.from.objects.get(id)
  const to = move.context.to.objects.get(id)
  if (from === undefined || to === undefined || !isBlocked(from, move.blocked)) return undefined
  const rule = move.rules[from.kind]
  if (rule === undefined)
    return { object: id, why: `stands in the way, and there is no rule for a ${from.kind}` }
  const deed = move.deeds.get(id)
  const holds =
    rule.hold !== undefined && from.parent !== move.needed && [from, to].every(rule.hold.keeps)
  if (isGoing(deed) || (holds && deed?.kind === 'reattach')) return undefined
  if (!holds) return { kind: 'replace', from, to }
  return { kind: 'reattach', from, to, statements: deed?.kind === 'alter' ? deed.statements : [] }
}

function isBlocked({ kind }: CatalogObject, blocked: Blocked): boolean {
  return blocked === 'all' || blocked.includes(kind)
}
