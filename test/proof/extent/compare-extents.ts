import { loadModule } from '../../../src/parser.ts'
import type { Plan } from '../../../src/plan/plan.ts'
import { proveBetween } from '../../../src/planning/two-states/between-proof.ts'
import { proveTouched } from '../../../src/planning/two-states/prove-touched.ts'
import { startReading } from '../../../src/planning/two-states/start-reading.ts'
import type { Trial } from '../../../src/planning/two-states/trial.ts'
import { withoutRenames } from '../../../src/proof/with-renames.ts'
import type { Ground } from '../../../src/workbench/sources/source-scratch.ts'
import type { Workbench } from '../../../src/workbench/server/server.ts'
import { planBoth } from '../../cases/run-case.ts'
import { withDatabases } from './state-pairs.ts'
import type { StatePair } from './state-pairs.ts'

/** The plans of both directions. */
export interface Ways {
  readonly up: Plan
  readonly down: Plan
}

/** Whether plans hold, by each of the two proofs. */
export interface Verdicts {
  readonly touched: boolean
  readonly whole: boolean
}

/** What is planned between the two databases of a pair, and how that, or another plan, is proved. */
export interface Between extends Ways {
  /** The names of objects in the first state, without their schemas. */
  readonly names: readonly string[]
  readonly prove: (ways: Ways) => Promise<Verdicts>
}

/**
 * Makes the two databases of a pair and plans between them, by URL. Undefined where nothing is to be proved: both are
 * equal, or something cannot be planned.
 */
export async function withBetween<T>(
  workbench: Workbench,
  pair: StatePair,
  use: (between: Between) => Promise<T>,
): Promise<T | undefined> {
  return withDatabases({ ...pair, workbench }, async (before, after) => {
    const trial = await trialOf({ ...pair, workbench }, before, after)
    const ways = { up: trial.up, down: trial.down }
    const unmanaged = [ways.up, ways.down].flatMap((plan) => plan.unmanaged)
    if (unmanaged.length > 0 || ways.up.segments.length === 0) return undefined
    const ids = [...trial.from.state.catalog.objects.keys()]
    const names = ids.map((id) => id.split('.').at(-1) ?? id)
    return use({ ...ways, names, prove: async (others) => verdictsOf({ ...trial, ...others }) })
  })
}

async function trialOf(
  { workbench, platform, scope }: StatePair & Pick<Ground, 'workbench'>,
  before: string,
  after: string,
): Promise<Trial> {
  const view = { scope, ignoreSchemas: [...(scope.except ?? [])], portable: true }
  const { states } = startReading({ from: before, to: after }, view, { keeps: true })
  const [from, to] = await Promise.all([states.from, states.to, loadModule()])
  if (from === undefined || to === undefined) throw new Error('two databases are read')
  const [up, down] = planBoth(from.catalog, to.catalog)
  return {
    sides: {
      from: { kind: 'url', url: before },
      to: { kind: 'url', url: after },
      states,
      ground: () => ({ workbench, platform }),
      user: from.catalog.role,
      view,
    },
    from: { state: from, scratch: undefined, notes: [] },
    to,
    renaming: withoutRenames(from),
    up: up.plan,
    down: down.plan,
    extent: 'whole',
  }
}

async function verdictsOf(trial: Trial): Promise<Verdicts> {
  const touched = await proveTouched({ ...trial, extent: 'touched' })
  const { outcome } = await proveBetween(trial)
  return { touched: touched !== undefined, whole: outcome.proved === true }
}
