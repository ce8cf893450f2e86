import type { Catalog } from '../model/catalog.ts'
import { withRenameCodes } from '../plan/write/atlas-directives.ts'
import { withRisks } from '../plan/hazards/find-risks.ts'
import { turnConversions } from '../plan/conversions.ts'
import { beginWithRenames, endWithRenames } from '../plan/renames/frame.ts'
import { rules } from '../plan/rules/rules.ts'
import { writePlan, writeDownDirection } from '../plan/write/write-plan.ts'
import type { WrittenPlan } from '../plan/write/write-plan.ts'
import type { State } from '../proof/state.ts'
import type { Renaming } from '../proof/with-renames.ts'

/** The two states of a plan, and what it begins with. */
export interface StatePair {
  readonly current: State
  readonly desired: State
  /** What the plan begins with; the rest of it starts from the state that this makes. */
  readonly renaming: Renaming
  /** How two catalogs are seen where more than one user made them; as they are when absent. */
  readonly withOwners?: (from: Catalog, to: Catalog) => Pair
  /** Whether the down direction may take several transactions; one, as a down file does, when absent. */
  readonly severalDown?: boolean
  /** Whether long work is done while others read and write: its files are several, and not all are transactions. */
  readonly online?: boolean
  /** Whether each statement is to be about one object. */
  readonly apart?: boolean
}

interface Pair {
  readonly from: Catalog
  readonly to: Catalog
}

/** How a plan is written, but for the rules, which are all. */
type Style = Omit<Parameters<typeof writePlan>[1], 'rules'>

/** Plans the up direction, from the current state to the desired one: renames first. */
export function planUp(statePair: StatePair, style: Style): WrittenPlan {
  const { renaming } = statePair
  const { conversions } = renaming
  const pair = {
    ...pairOf(statePair, renaming.state.catalog, statePair.desired.catalog),
    conversions,
    ...(statePair.online === true && { online: 'files' as const }),
  }
  const codes = withRenameCodes(renaming.statements, pair.from)
  const statements = withRisks(codes, pair)
  return beginWithRenames(
    writePlan(pair, { ...style, rules, noted: true, apart: statePair.apart === true }),
    {
      ...renaming,
      statements,
    },
  )
}

/** Plans the down direction from any state in between: to the current one, through the renamed one. */
export function planDown(
  statePair: StatePair,
  style: Style,
): (from: Catalog, to: Catalog) => WrittenPlan {
  const { current, renaming, severalDown = false } = statePair
  const write = severalDown ? writePlan : writeDownDirection
  const conversions = turnConversions(renaming.conversions)
  return (from, to) => {
    const pair = pairOf(statePair, from, to === current.catalog ? renaming.state.catalog : to)
    // A file that ends with renames is one transaction.
    const isRenamed = to === current.catalog && renaming.reverse.length > 0
    const isOnline = statePair.online === true && !isRenamed
    const context = { ...pair, conversions, ...(isOnline && { online: 'one file' as const }) }
    const back = write(context, { ...style, rules, apart: statePair.apart === true })
    if (to !== current.catalog) return back
    // The names that they restore are those of the renamed state, which has the renamed objects.
    const renamed = renaming.state.catalog
    const reverse = withRisks(renaming.reverse, { from: renamed, to: renamed })
    return endWithRenames(back, { ...renaming, reverse })
  }
}

function pairOf({ withOwners }: StatePair, from: Catalog, to: Catalog): Pair {
  return withOwners === undefined ? { from, to } : withOwners(from, to)
}
