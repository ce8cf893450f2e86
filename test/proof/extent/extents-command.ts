import { countOf } from '../../../src/cli/verbs/flags.ts'
import type { FlagValues } from '../../../src/cli/verb.ts'
import type { Context, Talk } from '../../../src/files/context.ts'
import { processVariables } from '../../../src/files/environment.ts'
import { loadProject } from '../../../src/files/project.ts'
import { withPlainWorkbench, withWorkbench } from '../../../src/workbench/workbench.ts'
import { ensureRole } from '../../../src/workbench/plain-workbench.ts'
import type { Workbench } from '../../../src/workbench/server/server.ts'
import { randomFrom } from '../../schema/random.ts'
import type { Random } from '../../schema/random.ts'
import { seedOf } from '../../support/seed-flag.ts'
import { shuffle } from '../../support/shuffle.ts'
import { silent } from '../../support/talk.ts'
import { byWorkers } from '../../support/workers.ts'
import { home } from '../../support/tracked-files.ts'
import { withBetween } from './compare-extents.ts'
import type { Between, Verdicts, Ways } from './compare-extents.ts'
import { plantFault } from './plant-fault.ts'
import { loadStatePairs } from './state-pairs.ts'
import type { StatePair } from './state-pairs.ts'

/** What a run came to. */
export interface ExtentsResult {
  readonly seed: number
  /** Plans as they are, and plans with a fault. */
  readonly plans: Tally
  readonly faults: Tally
  /** Pairs of which nothing is to be proved. */
  readonly passed: number
  /** Plans that do not hold on a part and hold on a whole copy, which is then asked: no other verdict, but slow. */
  readonly askedWhole: readonly string[]
  /** Plans that hold on a part alone, or where something broke down. */
  readonly different: readonly string[]
  readonly seconds: number
}

/** How many hold, by both verdicts, and how many by neither. */
interface Tally {
  readonly held: number
  readonly refused: number
}

/**
 * Proves plans, as they are and with planted faults, on a copy of what they touch and on a whole one, and compares the
 * verdicts. Throws UserError for a bad flag.
 */
export async function extentsCommand(flags: FlagValues, talk: Talk): Promise<ExtentsResult> {
  const seed = seedOf(flags)
  const faults = countOf(flags, 'faults') ?? 1
  const workers = countOf(flags, 'workers') ?? 3
  talk.note(`seed ${String(seed)}`)
  const start = performance.now()
  const all = shuffle(await loadStatePairs(), seed).filter(({ name }) =>
    isAsked(name, flags['only']),
  )
  const pairs = all.slice(0, countOf(flags, 'count') ?? all.length)
  const found: Found[] = []
  const project = await loadProject(home)
  const context = { project, variables: processVariables(), talk: silent }
  await withWorkbenches(context, async (workbenchFor) => {
    await byWorkers([...pairs.entries()], workers, async ([at, pair]) => {
      talk.step(`${String(at + 1)} of ${String(pairs.length)}`)
      const random = randomFrom(Math.imul(seed, 2_654_435_761) + at)
      const news = await tryPair(workbenchFor(pair), pair, { faults, random })
      for (const each of news) if (isDifferent(each) || isAskedWhole(each)) talk.note(lineOf(each))
      found.push(...news)
    })
  })
  return {
    seed,
    plans: tallyOf(found.filter(({ fault }) => fault === '')),
    faults: tallyOf(found.filter(({ fault }) => fault !== '')),
    passed: found.filter(({ verdicts }) => verdicts === 'passed').length,
    askedWhole: found.filter(isAskedWhole).map(lineOf),
    different: found.filter(isDifferent).map(lineOf),
    seconds: Math.round((performance.now() - start) / 1000),
  }
}

/** One with the platform, where postgres is no superuser, and an empty one. */
async function withWorkbenches(
  context: Context,
  use: (workbenchFor: (pair: StatePair) => Workbench) => Promise<void>,
): Promise<void> {
  await withWorkbench(context, async (workbench) =>
    withPlainWorkbench(context, undefined, async (plain) => {
      // Cases speak of the platform's roles without the platform, too.
      for (const role of ['anon', 'authenticated', 'service_role'])
        await ensureRole(plain.session, role)
      await use(({ platform }) => (platform === 'none' ? plain : workbench))
    }),
  )
}

function isAsked(name: string, only: FlagValues[string]): boolean {
  return typeof only !== 'string' || name.includes(only)
}

/** What was found of a plan: with a fault, or '' as it is. */
interface Found {
  readonly pair: string
  readonly fault: string
  readonly verdicts: Verdicts | 'passed' | { readonly error: string }
}

async function tryPair(
  workbench: Workbench,
  pair: StatePair,
  { faults, random }: { readonly faults: number; readonly random: Random },
): Promise<Found[]> {
  const found = async (between: Between): Promise<Found[]> => {
    const list: Found[] = [{ pair: pair.name, fault: '', verdicts: await between.prove(between) }]
    for (let count = 0; count < faults; count += 1) {
      const { ways, fault } = withFault(between, random)
      list.push({ pair: pair.name, fault, verdicts: await between.prove(ways) })
    }
    return list
  }
  const passed: Found = { pair: pair.name, fault: '', verdicts: 'passed' }
  return (
    (await withBetween(workbench, pair, found).catch((error: unknown) => [
      { ...passed, verdicts: { error: String(error) } },
    ])) ?? [passed]
  )
}

/** Mostly in the up direction. */
function withFault(
  { up, down, names }: Between,
  random: Random,
): { readonly ways: Ways; readonly fault: string } {
  const isUp = down.segments.length === 0 || random.below(3) > 0
  const { plan, fault } = plantFault(isUp ? up : down, names, random)
  return isUp
    ? { ways: { up: plan, down }, fault: `up, ${fault}` }
    : { ways: { up, down: plan }, fault: `down, ${fault}` }
}

function isDifferent({ verdicts }: Found): boolean {
  if (verdicts === 'passed') return false
  return 'error' in verdicts || (verdicts.touched && !verdicts.whole)
}

function isAskedWhole({ verdicts }: Found): boolean {
  return verdicts !== 'passed' && !('error' in verdicts) && !verdicts.touched && verdicts.whole
}

function lineOf({ pair, fault, verdicts }: Found): string {
  const what = `${pair}${fault === '' ? '' : ` (${fault})`}`
  if (verdicts === 'passed') return what
  if ('error' in verdicts) return `${what}: ${verdicts.error}`
  return `${what}: touched ${wordOf(verdicts.touched)}, whole ${wordOf(verdicts.whole)}`
}

function wordOf(holds: boolean): string {
  return holds ? 'holds' : 'does not hold'
}

function tallyOf(found: readonly Found[]): Tally {
  const verdicts = found.flatMap((each) =>
    each.verdicts === 'passed' || 'error' in each.verdicts ? [] : [each.verdicts],
  )
  const same = verdicts.filter(({ touched, whole }) => whole || !touched)
  const held = same.filter(({ whole }) => whole).length
  return { held, refused: same.length - held }
}
