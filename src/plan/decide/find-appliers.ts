import type { CatalogObject, ObjectId } from '../../model/catalog.ts'
import { factsOf } from '../../model/kind.ts'
import { dependentsOf, neededBy, needs } from '../../model/needs.ts'
import type { Context } from '../rule.ts'
import { createdObject, droppedObject, isDropped } from './object-change.ts'
import type {
  ObjectChange,
  ObjectChanges,
  Replacement,
  Rules,
  UnmanagedObject,
} from './object-change.ts'

/** What becomes of objects that apply something else than before. */
export interface Appliers {
  readonly recreated: readonly Replacement[]
  readonly unmanaged: readonly UnmanagedObject[]
}

/**
 * Finds the objects that apply what is new or another, as a cast, though they read alike in both states: PostgreSQL chose
 * its function when they were made. They need that in one of the states alone. Those that hold no data are recreated.
 */
export function findAppliers(
  objectChanges: ObjectChanges,
  context: Context,
  rules: Rules,
): Appliers {
  const found = [...objectChanges.values()]
    .flatMap((objectChange) => functionsOf(objectChange, rules))
    .flatMap((needed) =>
      usersInOne(needed, context)
        .filter((id) => !isRemade(objectChanges.get(id)) && !losesNeed(id, objectChanges, context))
        .flatMap((id) => inBoth(id, needed, context)),
    )
  const [light, heavy] = [true, false].map((isLight) =>
    found.filter(({ from }) => mayBeRecreated(from, rules) === isLight),
  )
  return {
    recreated: light ?? [],
    unmanaged: (heavy ?? []).map(({ to }) => ({ object: to.id, why: madeByHand })),
  }
}

const madeByHand =
  'it reads alike in both states, and applies another cast in one of them, which PostgreSQL chose when it was made: ' +
  'drop and create that part of it in a migration (npm run new NAME)'

function functionsOf(objectChange: ObjectChange, rules: Rules): ObjectId[] {
  return [droppedObject(objectChange), createdObject(objectChange)].flatMap((object) => {
    const applied = object === undefined ? null : rules[object.kind]?.applies?.(object)
    return applied === null || applied === undefined ? [] : [applied]
  })
}

function usersInOne(needed: ObjectId, { from, to }: Context): ObjectId[] {
  const users = new Set([...dependentsOf(from, needed), ...dependentsOf(to, needed)])
  return [...users].filter((id) => needs(from, id, needed) !== needs(to, id, needed))
}

/** Whether a change makes PostgreSQL choose again. */
function isRemade(objectChange: ObjectChange | undefined): boolean {
  if (objectChange === undefined || objectChange.kind === 'reattach') return false
  return (
    objectChange.kind !== 'alter' ||
    objectChange.change.attributes.some((name) => expressions.has(name))
  )
}

/** The attributes of which PostgreSQL parses the new text. */
const expressions: ReadonlySet<string> = new Set([
  'default',
  'definition',
  'type',
  'using',
  'check',
])

/** Whether something that it needs goes: it is recreated then, or takes up another one. */
function losesNeed(id: ObjectId, objectChanges: ObjectChanges, { from }: Context): boolean {
  return neededBy(from, id).some((needed) => isDropped(objectChanges.get(needed)))
}

function inBoth(id: ObjectId, needed: ObjectId, context: Context): Replacement[] {
  const [from, to] = [context.from.objects.get(id), context.to.objects.get(id)]
  return from === undefined || to === undefined
    ? []
    : [{ kind: 'replace', from, to, reason: { kind: 'needs', needed } }]
}

function mayBeRecreated({ kind }: CatalogObject, rules: Rules): boolean {
  return rules[kind]?.hasNoData === true || factsOf(kind).hasIndex === true
}
