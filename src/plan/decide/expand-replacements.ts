import type { CatalogObject, Dependency, ObjectId } from '../../model/catalog.ts'
import { needs } from '../../model/needs.ts'
import { blocksOf } from './blocks.ts'
import type { Blocks } from './blocks.ts'
import { isDropped } from './object-change.ts'
import type {
  Decisions,
  ObjectChange,
  ObjectChanges,
  Rules,
  UnmanagedObject,
} from './object-change.ts'
import { attachedTo, bareNameOf, nameOf, parseObjectId } from '../../model/object-id.ts'
import { inTheWay } from './no-rule.ts'
import type { Context, Rule } from '../rule.ts'

/** What is known while replacements expand. */
interface Expansion {
  readonly context: Context
  readonly rules: Rules
  readonly objectChanges: Map<ObjectId, ObjectChange>
  readonly unmanaged: Map<ObjectId, UnmanagedObject>
  readonly dependents: ReadonlyMap<ObjectId, readonly Dependency[]>
  /** The names of what comes for the first time and may have overloads, without what these are told apart by. */
  readonly createdNames: ReadonlySet<string>
}

/**
 * Adds the changes of dependents. Dependents of what is dropped or replaced are replaced, too, or detached and
 * reattached. So are those that block an alteration. Repeats until nothing more has to change; returns what cannot.
 */
export function expandReplacements(
  first: ObjectChanges,
  context: Context,
  rules: Rules,
): Decisions {
  const expansion: Expansion = {
    context,
    rules,
    objectChanges: new Map(first),
    unmanaged: new Map(),
    dependents: Map.groupBy(context.from.dependencies, ({ needed }) => needed),
    createdNames: new Set(
      [...first.values()].flatMap((objectChange) =>
        objectChange.kind === 'create' &&
        parseObjectId(objectChange.object.id).arguments !== undefined
          ? [bareNameOf(objectChange.object.id)]
          : [],
      ),
    ),
  }
  // A change may become a heavier one, which moves more: every one is looked at again until none moves.
  for (let moved = true; moved;) {
    moved = false
    for (const id of expansion.objectChanges.keys()) if (moveDependents(id, expansion)) moved = true
  }
  return { objectChanges: expansion.objectChanges, unmanaged: [...expansion.unmanaged.values()] }
}

/** Whether any had to move. */
function moveDependents(id: ObjectId, expansion: Expansion): boolean {
  const blocks = blocksOf(expansion.objectChanges.get(id), expansion)
  if (blocks === undefined) return false
  let moved = false
  for (const { dependent } of expansion.dependents.get(id) ?? []) {
    const objectChange = moveAside(dependent, { needed: id, blocks, expansion })
    if (objectChange === undefined) continue
    moved = true
    if ('why' in objectChange) expansion.unmanaged.set(dependent, objectChange)
    else expansion.objectChanges.set(dependent, objectChange)
  }
  return moved
}

interface Move {
  /** The object that it depends on. */
  readonly needed: ObjectId
  readonly blocks: Blocks
  readonly expansion: Expansion
}

/** The change by which a dependent is dropped or detached; undefined when there is no need, or it has one already. */
function moveAside(
  id: ObjectId,
  { needed, blocks, expansion }: Move,
): ObjectChange | UnmanagedObject | undefined {
  const both = inBoth(id, expansion)
  if (both === undefined || !blocks(both.from)) return undefined
  const objectChange = expansion.objectChanges.get(id)
  const rule = expansion.rules[both.from.kind]
  // An alteration lets go by itself of what is needed no more.
  const alters = objectChange?.kind === 'alter' && letsGo({ dependent: id, needed }, expansion)
  if (alters) return undefined
  if (rule === undefined) return withoutRule(both.from, expansion)
  const keeps = both.from.parent !== needed && canDetach(rule, both)
  return giveWay(objectChange, { ...both, needed, keeps })
}

/**
 * Whether something is needed no more; what has its name now is needed in its place. It cannot be let go of where that
 * goes before another overload comes.
 */
function letsGo(
  { dependent, needed }: Dependency,
  { context: { from, to }, createdNames, rules }: Expansion,
): boolean {
  const object = from.objects.get(dependent)
  if (object !== undefined && keepsNeed(object, needed, rules)) return false
  if (needs(to, dependent, needed) || createdNames.has(bareNameOf(needed))) return false
  if (to.objects.has(needed)) return true
  return !to.dependencies.some(
    (each) => each.dependent === dependent && nameOf(each.needed) === nameOf(needed),
  )
}

/** A partition's part lets go of what it follows when its table leaves. */
function keepsNeed(object: CatalogObject, needed: ObjectId, rules: Rules): boolean {
  return attachedTo(object) !== needed && rules[object.kind]?.keepsNeeds === true
}

interface Both {
  readonly from: CatalogObject
  readonly to: CatalogObject
}

/** An object as it is in both states; undefined when it is in one alone. */
function inBoth(id: ObjectId, { context }: Expansion): Both | undefined {
  const [from, to] = [context.from.objects.get(id), context.to.objects.get(id)]
  return from === undefined || to === undefined ? undefined : { from, to }
}

function withoutRule(
  { id, kind }: CatalogObject,
  { unmanaged }: Expansion,
): UnmanagedObject | undefined {
  return unmanaged.has(id) ? undefined : { object: id, why: inTheWay(kind) }
}

function canDetach({ detachable }: Rule, { from, to }: Both): boolean {
  return detachable !== undefined && detachable.keeps(from) && detachable.keeps(to)
}

function giveWay(
  objectChange: ObjectChange | undefined,
  { from, to, needed, keeps }: Both & { readonly needed: ObjectId; readonly keeps: boolean },
): ObjectChange | undefined {
  if (isDropped(objectChange) || (keeps && objectChange?.kind === 'reattach')) return undefined
  const reason = { kind: 'needs' as const, needed }
  if (!keeps) return { kind: 'replace', from, to, reason }
  const statements = objectChange?.kind === 'alter' ? objectChange.statements : []
  return { kind: 'reattach', from, to, statements, reason }
}
