import type { Catalog, ObjectId } from '../model/catalog.ts'
import type { AtlasAnswer } from '../plan/adopt.ts'
import type { Authored } from '../plan/authored.ts'
import { beginWithRenames, endWithRenames } from '../plan/renames/frame.ts'
import { rules } from '../plan/rules/rules.ts'
import { writePlan, writeWayBack } from '../plan/write-plan.ts'
import type { WrittenPlan } from '../plan/write-plan.ts'
import type { State } from '../proof/state.ts'
import type { Renaming } from '../proof/with-renames.ts'

/** Between what a plan leads, and what it begins with. */
interface Ends {
  readonly current: State
  readonly desired: State
  readonly renaming: Renaming
}

/** What authors wrote for the objects that a plan makes. */
type Texts = ReadonlyMap<ObjectId, Authored>

/** Plans the way from the current state to the desired one: renames first. */
export function planThere(
  { desired, renaming }: Ends,
  authored: Texts,
  atlas?: AtlasAnswer,
): WrittenPlan {
  const context = { from: renaming.state.catalog, to: desired.catalog }
  return beginWithRenames(writePlan(context, { rules, authored, atlas }), renaming)
}

/** Plans the way back from any state on the way: where it leads to the current one, by way of the renamed one. */
export function planBack(
  { current, renaming }: Ends,
  authored: Texts,
): (from: Catalog, to: Catalog, atlas?: AtlasAnswer) => WrittenPlan {
  return (from, to, atlas) => {
    if (to !== current.catalog) return writeWayBack({ from, to }, { rules, authored, atlas })
    const back = writeWayBack({ from, to: renaming.state.catalog }, { rules, authored, atlas })
    return endWithRenames(back, renaming)
  }
}
