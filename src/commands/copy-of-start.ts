import type { ObjectId } from '../model/catalog.ts'
import { describeDifference } from '../model/two-values.ts'
import { rules } from '../plan/rules/rules.ts'
import { writePlan } from '../plan/write-plan.ts'
import { withDatabase } from '../postgres/connect.ts'
import { whatIsAmiss } from '../proof/amiss.ts'
import { FailedWay, asFailedWay } from '../proof/run-segment.ts'
import { readState } from '../proof/state.ts'
import type { State } from '../proof/state.ts'
import { runSegments } from '../proof/walk-whole.ts'
import { makeMissingRole } from '../workbench/load-tries.ts'
import { groundOf, withFileSource } from '../workbench/source-scratch.ts'
import type { Scratch } from '../workbench/scratch.ts'
import { withOwners } from './between-sources.ts'
import type { Opened, Sides } from './between-sources.ts'
import { showAmiss } from './shown-difference.ts'

/** Where a plan starts, of which a copy can be made. */
export interface Start {
  readonly sides: Sides
  readonly from: Opened
}

/**
 * Makes a copy of where a plan starts and hands it over; in its place a sentence that says why that cannot be done.
 * Files are loaded, somebody's database is made again by a plan of its own.
 */
export async function withCopy<T>(
  start: Start,
  use: (copy: Scratch | string) => Promise<T>,
): Promise<T> {
  const { from: source, ground } = start.sides
  if (source.kind !== 'url') return withFileSource(ground, source, use)
  for (;;) {
    const outcome = await groundOf(ground)(async (scratch) => {
      const hindrance = await copyInto(scratch, start).catch(asFailedWay)
      return hindrance instanceof FailedWay
        ? { failed: hindrance }
        : { used: await use(hindrance ?? scratch) }
    })
    if ('used' in outcome) return outcome.used
    const { statement, reason } = outcome.failed
    if (await makeMissingRole(ground.workbench, outcome.failed)) continue
    return use(noCopy(statement?.object ?? 'the end of the transaction', reason))
  }
}

/** Makes a database what another one is, by a plan; answers what stands against it. Throws FailedWay. */
async function copyInto(scratch: Scratch, { sides, from }: Start): Promise<string | undefined> {
  const empty = await readState(scratch, sides.view)
  const states = withOwners(sides, empty.catalog, from.state.catalog)
  const { plan } = writePlan(states, { rules, authored: new Map() })
  const [hindrance] = plan.unmanaged
  if (hindrance !== undefined) return noCopy(hindrance.object, hindrance.why)
  await withDatabase(scratch.url, async (db) => runSegments(db, 'up', plan.segments))
  return whatDiffers(await readState(scratch, sides.view), from.state)
}

function noCopy(object: ObjectId, why: string): string {
  return `no copy can be made to try it on: ${object}: ${why}`
}

async function whatDiffers(copy: State, wanted: State): Promise<string | undefined> {
  const [found] = showAmiss(await whatIsAmiss(copy, wanted))
  return found && noCopy(found.object, `the copy is not alike: it ${describeDifference(found)}`)
}
