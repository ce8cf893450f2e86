import type { CatalogObject, ObjectId } from '../../model/catalog.ts'
import { diffCatalogs } from '../../model/compare-catalogs.ts'
import type { Altered, Change } from '../../model/compare-catalogs.ts'
import { createdObject, isDropped, isRefusal } from './object-change.ts'
import type {
  Decisions,
  ObjectChange,
  Replacement,
  ReplaceReason,
  Rules,
  UnmanagedObject,
} from './object-change.ts'
import { withoutRule } from './no-rule.ts'
import type { Context } from '../rule.ts'
import { findAppliers } from './find-appliers.ts'
import { recreateChoosers } from './recreate-choosers.ts'
import { recreateCycles } from './recreate-cycles.ts'
import { recreateHolders } from './recreate-holders.ts'
import { expandReplacements } from './expand-replacements.ts'

export type { Rules }

/**
 * Decides what happens to each object that differs, and to its dependents. Those in `recreated` are recreated although
 * they could be altered.
 */
export function decideObjectChanges(
  context: Context,
  rules: Rules,
  recreated: ReadonlySet<ObjectId> = new Set(),
): Decisions {
  const objectChanges = new Map<ObjectId, ObjectChange>()
  const unmanaged: UnmanagedObject[] = []
  for (const change of diffCatalogs(context.from, context.to)) {
    const { id } = objectOf(change)
    const objectChange =
      change.kind === 'altered' && recreated.has(id)
        ? replacing(change, { kind: 'cycle' })
        : decideObjectChange(change, context, rules)
    if ('why' in objectChange) unmanaged.push(objectChange)
    else objectChanges.set(id, objectChange)
  }
  const parents = [...objectChanges.values()].flatMap((each) =>
    recreateParent(each, context, rules),
  )
  const more = [recreateHolders, recreateChoosers, recreateCycles].flatMap((find) =>
    find(objectChanges, context),
  )
  const appliers = findAppliers(objectChanges, context, rules)
  for (const each of [...parents, ...more, ...appliers.recreated])
    if (!isDropped(objectChanges.get(each.to.id))) objectChanges.set(each.to.id, each)
  const spread = expandReplacements(objectChanges, context, rules)
  return {
    objectChanges: spread.objectChanges,
    unmanaged: [...unmanaged, ...appliers.unmanaged, ...spread.unmanaged],
  }
}

function decideObjectChange(
  change: Change,
  context: Context,
  rules: Rules,
): ObjectChange | UnmanagedObject {
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

function replacing({ from, to }: Altered, reason: ReplaceReason): ObjectChange {
  return { kind: 'replace', from, to, reason }
}

/** The change by which the parent of what comes is recreated, where it has to be; none where it comes or goes itself. */
function recreateParent(objectChange: ObjectChange, context: Context, rules: Rules): Replacement[] {
  const part = createdObject(objectChange)
  if (part === undefined || rules[part.kind]?.recreatesParent?.(part, context) !== true) return []
  const [from, to] = [context.from, context.to].map(({ objects }) => objects.get(part.parent ?? ''))
  const reason = { kind: 'part' as const, part: part.id }
  return from === undefined || to === undefined ? [] : [{ kind: 'replace', from, to, reason }]
}

function objectOf(change: Change): CatalogObject {
  return change.kind === 'altered' ? change.to : change.object
}
