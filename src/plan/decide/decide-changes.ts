import type { CatalogObject, ObjectId } from '../../model/catalog.ts'
import { diffCatalogs } from '../../model/compare-catalogs.ts'
import type { Altered, Change } from '../../model/compare-catalogs.ts'
import { comingObject, isGoing, isRefusal } from './object-change.ts'
import type { Decisions, Deed, ReplaceReason, Rules, Unmanaged } from './object-change.ts'
import { withoutRule } from './no-rule.ts'
import type { Context } from '../rule.ts'
import { spreadDeeds } from './expand-replacements.ts'

export type { Rules }

/**
 * Decides what happens to each object that differs, and to its dependents. Those in `remade` are recreated although
 * they could be altered.
 */
export function decideDeeds(
  context: Context,
  rules: Rules,
  remade: ReadonlySet<ObjectId> = new Set(),
): Decisions {
  const deeds = new Map<ObjectId, Deed>()
  const unmanaged: Unmanaged[] = []
  for (const change of diffCatalogs(context.from, context.to)) {
    const { id } = objectOf(change)
    const deed =
      change.kind === 'altered' && remade.has(id)
        ? replacing(change, { kind: 'cycle' })
        : decideDeed(change, context, rules)
    if ('why' in deed) unmanaged.push(deed)
    else deeds.set(id, deed)
  }
  for (const deed of [...deeds.values()].flatMap((each) => remakeParent(each, context, rules)))
    if (!isGoing(deeds.get(deed.to.id))) deeds.set(deed.to.id, deed)
  const spread = spreadDeeds(deeds, context, rules)
  return { deeds: spread.deeds, unmanaged: [...unmanaged, ...spread.unmanaged] }
}

function decideDeed(change: Change, context: Context, rules: Rules): Deed | Unmanaged {
  const object = objectOf(change)
  const rule = rules[object.kind]
  if (rule === undefined) return { object: object.id, why: withoutRule(object.kind, change.kind) }
  if (change.kind === 'added') return { kind: 'create', object }
  if (change.kind === 'removed') return { kind: 'drop', object }
  const outcome = rule.alter(change, context)
  if (outcome === 'replace')
    return replacing(change, { kind: 'attributes', attributes: change.attributes })
  if (isRefusal(outcome)) return { object: object.id, why: outcome.refused }
  return { kind: 'alter', change, statements: outcome }
}

function replacing({ from, to }: Altered, reason: ReplaceReason): Deed {
  return { kind: 'replace', from, to, reason }
}

/** The deed by which the parent of what comes is recreated, where it has to be; none where it comes or goes itself. */
function remakeParent(
  deed: Deed,
  context: Context,
  rules: Rules,
): Extract<Deed, { readonly kind: 'replace' }>[] {
  const part = comingObject(deed)
  if (part === undefined || rules[part.kind]?.remakesParent?.(part, context) !== true) return []
  const [from, to] = [context.from, context.to].map(({ objects }) => objects.get(part.parent ?? ''))
  const reason = { kind: 'part' as const, part: part.id }
  return from === undefined || to === undefined ? [] : [{ kind: 'replace', from, to, reason }]
}

function objectOf(change: Change): CatalogObject {
  return change.kind === 'altered' ? change.to : change.object
}
