import { setTimeout } from 'node:timers/promises'
import { runVerb, startVerb } from '../support/cli.ts'
import type { Ran, Running } from '../support/cli.ts'
import type { Drawn } from './draw.ts'
import type { Course } from './ground/course.ts'
import type { Ground } from './ground/ground.ts'
import { becomesFree } from './judge/becomes-free.ts'
import { judgeRun } from './judge/judge.ts'
import type { Judged } from './judge/judge.ts'
import type { Scene, Struck } from './kinds/fault.ts'
import { chooseMoment } from './moments.ts'
import type { Moment } from './moments.ts'
import { holdMigrationLock } from './migration-lock.ts'
import { strikeAt } from './strike-at.ts'
import { quickFlags } from './verbs/verb-course.ts'
import { withProxy } from './wire/proxy.ts'

/** Where cases run. */
export interface Place {
  readonly ground: Ground
  readonly course: Course
}

/** What came of a case. */
export interface CaseOutcome extends Judged {
  readonly moment: Moment
  /** What the fault did; undefined where the run had ended before. */
  readonly struck: Struck | undefined
  readonly ran: Ran
  readonly milliseconds: number
}

/** How long a disturbed run may take, in milliseconds. */
const patience = 120_000

/** How often a run is begun again that had ended before its moment came. */
const tries = 4

/**
 * Disturbs one run in a database of its own, lets the same verb run again, and judges both. What ends before its moment
 * has come is judged too, and begun again with another moment.
 */
export async function runCase(drawn: Drawn, place: Place): Promise<CaseOutcome> {
  for (let left = tries; ; left -= 1) {
    const outcome = await runOnce(drawn, place)
    if (outcome.struck !== undefined || outcome.complaints.length > 0 || left === 1) return outcome
  }
}

async function runOnce(drawn: Drawn, place: Place): Promise<CaseOutcome> {
  const start = performance.now()
  const { ground, course } = place
  const database = `case_${String(drawn.number)}`
  await ground.clone(database, course.template)
  try {
    const moment = chooseMoment(drawn.phase, course.trace, drawn.random)
    const disturbed = await disturb(drawn, place, { database, moment })
    const judged = await judgeRun(disturbed, {
      ground,
      course,
      database,
      again: async () =>
        call(place, database, course.scenario.whole ? quickFlags(course.verb) : []),
    })
    return { moment, ...disturbed, ...judged, milliseconds: performance.now() - start }
  } finally {
    await ground.heal()
    await ground.drop(database)
  }
}

async function call(
  { ground, course }: Place,
  database: string,
  flags: readonly string[] = [],
): Promise<Ran> {
  const { script, words, env } = course.verb
  return runVerb(script, {
    cwd: course.root,
    words: [...words(course.scenario), ...flags],
    env: { ...ground.env, ...env, TEST_DATABASE_URL: ground.ownerUrl(database) },
  })
}

interface Target {
  readonly database: string
  readonly moment: Moment
}

interface Disturbed {
  readonly ran: Ran
  readonly struck: Struck | undefined
  /** What went wrong besides. */
  readonly complaints: readonly string[]
}

async function disturb(
  { fault, phase, random }: Drawn,
  place: Place,
  { database, moment }: Target,
): Promise<Disturbed> {
  const { ground, course } = place
  const release = moment.sort === 'lock' ? await holdMigrationLock(ground, database) : nothing
  const flags = phase === 'before the first file' ? [] : quickFlags(course.verb)
  const scene = Promise.withResolvers<Scene>()
  const trap = strikeAt(moment, async () => {
    const struck = await fault.strike(await scene.promise)
    // Whoever waits for the lock gets it when the fault has struck.
    await release()
    return struck
  })
  return withProxy(ground.port, trap.gate, async (proxy) => {
    const running = startVerb(course.verb.script, {
      cwd: course.root,
      words: [
        ...course.verb.words(course.scenario),
        ...flags,
        ...(course.verb.goesByVersion ? (fault.flags ?? []) : []),
      ],
      env: {
        ...ground.env,
        ...course.verb.env,
        TEST_DATABASE_URL: ground.ownerUrl(database, proxy.port),
      },
    })
    const another = async (): Promise<Ran> => release().then(async () => call(place, database))
    const isFree = async (): Promise<boolean> =>
      release().then(async () => becomesFree(ground, database))
    scene.resolve({ ground, course, database, proxy, running, random, another, isFree })
    const ended = await waitFor(running)
    await release()
    return mendAfter(ended, await trap.struck())
  })
}

async function nothing(): Promise<void> {
  await Promise.resolve()
}

/** Takes the cause away, and gathers what went wrong so far. */
async function mendAfter({ ran, late }: Ended, struck: Struck | undefined): Promise<Disturbed> {
  const mended = (await struck?.mend?.()) ?? []
  return { ran, struck, complaints: [...late, ...(struck?.complaints ?? []), ...mended] }
}

interface Ended {
  readonly ran: Ran
  /** That it took too long, if it did. */
  readonly late: readonly string[]
}

/** What a run comes to; it is killed when it takes too long. */
async function waitFor({ ran, child }: Running): Promise<Ended> {
  const timer = new AbortController()
  const wait = setTimeout(patience, undefined, { signal: timer.signal }).catch(() => undefined)
  const first = await Promise.race([ran, wait])
  timer.abort()
  if (first !== undefined) return { ran: first, late: [] }
  child.kill('SIGKILL')
  return { ran: await ran, late: [`it did not end within ${String(patience / 1000)} s`] }
}
