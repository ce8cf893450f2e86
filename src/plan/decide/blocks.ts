import type { CatalogObject } from '../../model/catalog.ts'
import type { Altered } from '../../model/compare-catalogs.ts'
import { isGoing } from './object-change.ts'
import type { Deed, Deeds, Rules } from './object-change.ts'
import type { Context } from '../rule.ts'

/** Whether a dependent blocks the change of an object. */
export type Blocks = (dependent: CatalogObject) => boolean

/** What is known of a plan. */
interface Surroundings {
  readonly context: Context
  readonly rules: Rules
  readonly deeds: Deeds
}

/** The dependents that have to be dropped or detached for a change; undefined when there are none. */
export function blocksOf(deed: Deed | undefined, surroundings: Surroundings): Blocks | undefined {
  if (isGoing(deed)) return all
  if (deed?.kind === 'alter') return blocksOfChange(deed.change, surroundings)
  return deed?.kind === 'reattach' && takesAll(deed.from, surroundings) ? all : undefined
}

const all: Blocks = () => true

function blocksOfChange(change: Altered, { context, rules }: Surroundings): Blocks | undefined {
  const blocked = rules[change.to.kind]?.blockedBy?.(change, context) ?? []
  if (typeof blocked === 'function') return blocked
  return blocked.length === 0 ? undefined : ({ kind }) => blocked.includes(kind)
}

function takesAll(object: CatalogObject, { rules, deeds }: Surroundings): boolean {
  const hold = rules[object.kind]?.hold
  return hold?.takesDependents(object, (id) => isGoing(deeds.get(id))) === true
}
