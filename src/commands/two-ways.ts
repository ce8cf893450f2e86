import type { Catalog } from '../model/catalog.ts'
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

/** How a plan is written, but for the rules, which are all. */
type Style = Omit<Parameters<typeof writePlan>[1], 'rules'>

/** Plans the way from the current state to the desired one: renames first. */
export function planThere({ desired, renaming }: Ends, style: Style): WrittenPlan {
  const context = { from: renaming.state.catalog, to: desired.catalog }
  return beginWithRenames(writePlan(context, { ...style, rules }), renaming)
}

/** Plans the way back from any state on the way: where it leads to the current one, by way of the renamed one. */
export function planBack(
  { current, renaming }: Ends,
  style: Style,
): (from: Catalog, to: Catalog) => WrittenPlan {
  return (from, to) => {
    if (to !== current.catalog) return writeWayBack({ from, to }, { ...style, rules })
    const back = writeWayBack({ from, to: renaming.state.catalog }, { ...style, rules })
    return endWithRenames(back, renaming)
  }
}
