import type { CatalogObject } from '../../model/catalog.ts'
import type { Altered } from '../../model/compare-catalogs.ts'
import { isDropped } from './object-change.ts'
import type { ObjectChange, ObjectChanges, Rules } from './object-change.ts'
import type { Context } from '../rule.ts'

/** Whether a dependent blocks the change of an object. */
export type Blocks = (dependent: CatalogObject) => boolean

/** What is known of a plan. */
interface Surroundings {
  readonly context: Context
  readonly rules: Rules
  readonly objectChanges: ObjectChanges
}

/** The dependents that have to be dropped or detached for a change; undefined when there are none. */
export function blocksOf(
  objectChange: ObjectChange | undefined,
  surroundings: Surroundings,
): Blocks | undefined {
  if (isDropped(objectChange)) return all
  if (objectChange?.kind === 'alter') return blocksOfChange(objectChange.change, surroundings)
  return objectChange?.kind === 'reattach' && takesAll(objectChange.from, surroundings)
    ? allBut(objectChange.from, surroundings)
    : undefined
}

const all: Blocks = () => true

function allBut(object: CatalogObject, { context, rules, objectChanges }: Surroundings): Blocks {
  const goes = (id: CatalogObject['id']): boolean => isDropped(objectChanges.get(id))
  const stays = rules[object.kind]?.detachable?.leaves?.(object, context, goes)
  return stays === undefined ? all : (dependent) => !stays(dependent)
}

function blocksOfChange(change: Altered, { context, rules }: Surroundings): Blocks | undefined {
  const blocked = rules[change.to.kind]?.blockedBy?.(change, context) ?? []
  if (typeof blocked === 'function') return blocked
  return blocked.length === 0 ? undefined : ({ kind }) => blocked.includes(kind)
}

function takesAll(object: CatalogObject, { context, rules, objectChanges }: Surroundings): boolean {
  const detachable = rules[object.kind]?.detachable
  return (
    detachable?.takesDependents(object, (id) => isDropped(objectChanges.get(id)), context.from) ===
    true
  )
}
