import type { CatalogObject, Dependency, ObjectId } from '../../model/catalog.ts'
import { needs } from '../../model/needs.ts'
import { blocksOf } from './blocks.ts'
import type { Blocks } from './blocks.ts'
import { isGoing } from './object-change.ts'
import type { Decisions, Deed, Deeds, Rules, Unmanaged } from './object-change.ts'
import { bareNameOf, nameOf, parseObjectId } from '../../model/object-id.ts'
import { inTheWay } from './no-rule.ts'
import type { Context, Rule } from '../rule.ts'

/** What is known while deeds spread. */
interface Spread {
  readonly context: Context
  readonly rules: Rules
  readonly deeds: Map<ObjectId, Deed>
  readonly unmanaged: Map<ObjectId, Unmanaged>
  readonly dependents: ReadonlyMap<ObjectId, readonly Dependency[]>
  /** The names of what comes for the first time and may have overloads, without what these are told apart by. */
  readonly comingNames: ReadonlySet<string>
}

/**
 * Adds the changes of dependents. Dependents of what is dropped or replaced are replaced, too, or detached and
 * reattached. So are those that block an alteration. Repeats until nothing more has to change; returns what cannot.
 */
export function spreadDeeds(first: Deeds, context: Context, rules: Rules): Decisions {
  const spread: Spread = {
    context,
    rules,
    deeds: new Map(first),
    unmanaged: new Map(),
    dependents: Map.groupBy(context.from.dependencies, ({ needed }) => needed),
    comingNames: new Set(
      [...first.values()].flatMap((deed) =>
        deed.kind === 'create' && parseObjectId(deed.object.id).arguments !== undefined
          ? [bareNameOf(deed.object.id)]
          : [],
      ),
    ),
  }
  // A deed may turn into a heavier one, which moves more: every one is looked at again until none moves.
  for (let moved = true; moved;) {
    moved = false
    for (const id of spread.deeds.keys()) if (moveDependents(id, spread)) moved = true
  }
  return { deeds: spread.deeds, unmanaged: [...spread.unmanaged.values()] }
}

/** Whether any had to move. */
function moveDependents(id: ObjectId, spread: Spread): boolean {
  const blocks = blocksOf(spread.deeds.get(id), spread)
  if (blocks === undefined) return false
  let moved = false
  for (const { dependent } of spread.dependents.get(id) ?? []) {
    const deed = moveAside(dependent, { needed: id, blocks, spread })
    if (deed === undefined) continue
    moved = true
    if ('why' in deed) spread.unmanaged.set(dependent, deed)
    else spread.deeds.set(dependent, deed)
  }
  return moved
}

interface Move {
  /** The object that it depends on. */
  readonly needed: ObjectId
  readonly blocks: Blocks
  readonly spread: Spread
}

/** The change by which a dependent is dropped or detached; undefined when there is no need, or it has one already. */
function moveAside(id: ObjectId, { needed, blocks, spread }: Move): Deed | Unmanaged | undefined {
  const both = inBoth(id, spread)
  if (both === undefined || !blocks(both.from)) return undefined
  const deed = spread.deeds.get(id)
  // An alteration lets go by itself of what is needed no more.
  if (deed?.kind === 'alter' && letsGo({ dependent: id, needed }, spread)) return undefined
  const rule = spread.rules[both.from.kind]
  if (rule === undefined) return withoutRule(both.from, spread)
  const keeps = both.from.parent !== needed && canHold(rule, both)
  return giveWay(deed, { ...both, needed, keeps })
}

/**
 * Whether something is needed no more; what has its name now is needed in its place. It cannot be let go of where that
 * goes before another overload comes.
 */
function letsGo(
  { dependent, needed }: Dependency,
  { context: { to }, comingNames }: Spread,
): boolean {
  if (needs(to, dependent, needed) || comingNames.has(bareNameOf(needed))) return false
  if (to.objects.has(needed)) return true
  return !to.dependencies.some(
    (each) => each.dependent === dependent && nameOf(each.needed) === nameOf(needed),
  )
}

interface Both {
  readonly from: CatalogObject
  readonly to: CatalogObject
}

/** An object as it is in both states; undefined when it is in one alone. */
function inBoth(id: ObjectId, { context }: Spread): Both | undefined {
  const [from, to] = [context.from.objects.get(id), context.to.objects.get(id)]
  return from === undefined || to === undefined ? undefined : { from, to }
}

function withoutRule({ id, kind }: CatalogObject, { unmanaged }: Spread): Unmanaged | undefined {
  return unmanaged.has(id) ? undefined : { object: id, why: inTheWay(kind) }
}

function canHold({ hold }: Rule, { from, to }: Both): boolean {
  return hold !== undefined && hold.keeps(from) && hold.keeps(to)
}

function giveWay(
  deed: Deed | undefined,
  { from, to, needed, keeps }: Both & { readonly needed: ObjectId; readonly keeps: boolean },
): Deed | undefined {
  if (isGoing(deed) || (keeps && deed?.kind === 'reattach')) return undefined
  const reason = { kind: 'needs' as const, needed }
  if (!keeps) return { kind: 'replace', from, to, reason }
  const statements = deed?.kind === 'alter' ? deed.statements : []
  return { kind: 'reattach', from, to, statements, reason }
}
