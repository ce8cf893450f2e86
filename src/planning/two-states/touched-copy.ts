import type { Catalog, ObjectId } from '../../model/catalog.ts'
import { readCatalog } from '../../postgres/read/read-catalog.ts'
import { diffCatalogs } from '../../model/compare-catalogs.ts'
import { glanceAt, withOpen } from '../../proof/state.ts'
import type { OpenDatabase, State, SummedState } from '../../proof/state.ts'
import { carryOver } from '../../proof/carry-over.ts'
import { asFailedWay, FailedWay } from '../../proof/run-segment.ts'
import type { Plan } from '../../plan/plan.ts'
import { groundOf } from '../../workbench/sources/source-scratch.ts'
import type { BetweenResult } from './between-result.ts'
import { makeByPlan } from './copy-of-start.ts'
import type { Start } from './copy-of-start.ts'
import { onlyObjects, touchedPart } from './touched-part.ts'

/** A copy of the part of a database that plans can have an effect on, and what they have to make of it. */
export interface TouchedCopy {
  readonly open: OpenDatabase
  readonly current: State
  readonly desired: State
  readonly copied: BetweenResult['copied']
}

/** Two states and the plans between them. */
interface Ends extends Start {
  readonly to: State
  readonly plans: readonly Plan[]
}

/**
 * Makes a copy of what plans can have an effect on and passes it on, or undefined where that is not possible. Both
 * witnesses expect of it what differs between the two states, and nothing else.
 */
export async function withTouchedCopy<T>(
  ends: Ends,
  use: (copy: TouchedCopy | undefined) => Promise<T>,
): Promise<T> {
  const { sides, from, to } = ends
  return groundOf(sides.ground())(async (scratch) =>
    withOpen(scratch, async (open) => {
      const empty = await readCatalog(open.owner, sides.view.scope)
      const catalogs = partsOf(ends, empty)
      const made = await makePart(open, ends, { empty, wanted: catalogs.from })
      if (made === undefined) return use(undefined)
      const sights = await carryOver(made.sight, { from: from.state.sight, to: to.sight })
      if (sights === undefined) return use(undefined)
      return use({
        open,
        current: { ...made, sight: sights.current },
        desired: { catalog: catalogs.to, sight: sights.desired },
        copied: { objects: catalogs.from.objects.size, of: from.state.catalog.objects.size },
      })
    }),
  )
}

/** The part of both catalogs that the plans can have an effect on, with what is there in an empty database. */
function partsOf({ from, to, plans }: Ends, empty: Catalog): Record<'from' | 'to', Catalog> {
  const whole = { from: from.state.catalog, to: to.catalog }
  const part = touchedPart(whole, plans)
  const isKept = (id: ObjectId): boolean => part.has(id) || empty.objects.has(id)
  return {
    from: onlyObjects(whole.from, isKept),
    to: onlyObjects(whole.to, (id) => isKept(id) || !whole.from.objects.has(id)),
  }
}

/** Undefined where the part cannot be made as the readers see it. */
async function makePart(
  open: OpenDatabase,
  { sides }: Ends,
  { empty, wanted }: { readonly empty: Catalog; readonly wanted: Catalog },
): Promise<SummedState | undefined> {
  const made = await makeByPlan(open, sides, { empty, wanted, makers: new Map() }).catch(
    asFailedWay,
  )
  if (made instanceof FailedWay || made.length > 0) return undefined
  const state = await glanceAt(open, sides.view)
  return diffCatalogs(state.catalog, wanted).length === 0 ? state : undefined
}
