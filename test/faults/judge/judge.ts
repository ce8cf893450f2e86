import type { Ran } from '../../support/cli.ts'
import type { Course } from '../ground/course.ts'
import type { Ground } from '../ground/ground.ts'
import type { Struck } from '../kinds/fault.ts'
import { becomesFree, endSessions } from './becomes-free.ts'
import { compareStates } from './compare.ts'
import { judgeRuns } from './journaled-runs.ts'
import { judgeEnd } from './message.ts'
import { readState, versionOf } from './state.ts'
import type { State } from './state.ts'

/** A run that was disturbed. */
export interface DisturbedRun {
  readonly ran: Ran
  readonly struck: Struck | undefined
  readonly complaints: readonly string[]
}

/** What is known of its database, and how to run the same verb again. */
export interface Evidence {
  readonly ground: Ground
  readonly course: Course
  readonly database: string
  readonly again: () => Promise<Ran>
}

/** What is wrong, a sentence each: empty where all is right. */
export interface Judged {
  readonly complaints: readonly string[]
  /** The version at which the disturbed run has left the database. */
  readonly left: string
}

/**
 * Judges a disturbed run: how it has ended, what it has left, and what the same verb makes of that when it runs again.
 */
export async function judgeRun(run: DisturbedRun, evidence: Evidence): Promise<Judged> {
  const { ground, course, database, again } = evidence
  const held = await complainOfLock(ground, database)
  const read = async (): Promise<State> =>
    ground.asAdmin(database, (session) => readState(session, course.verb.look))
  const between = await read()
  const left = versionOf(between)
  const first = judgeFirst(run, { course, between, secret: ground.password })
  const second = await again()
  const after = await read()
  return {
    left,
    complaints: [
      ...run.complaints,
      ...held,
      ...first,
      ...judgeSecond(second, course.goal, after),
      ...judgeJournal(run, course, [between, after]),
    ],
  }
}

async function complainOfLock(ground: Ground, database: string): Promise<string[]> {
  if (await becomesFree(ground, database)) return []
  await endSessions(ground, database)
  return ['a session of it holds the migration lock still']
}

interface Left {
  readonly course: Course
  readonly between: State
  readonly secret: string
}

function judgeFirst(run: DisturbedRun, { course, between, secret }: Left): string[] {
  const { ran, struck } = run
  const unchanged = isUnchanged(run, course, between)
  const succeeded = ran.code === 0 ? compareStates(course.goal, between) : []
  return [
    ...judgeEnd({ ran, outcome: struck?.outcome ?? 'succeeds', secret, unchanged }),
    ...succeeded.map((line) => `it succeeded, but: ${line}`),
    ...(course.scenario.whole ? judgeBetween(course, between) : []),
  ]
}

/** Whether the run has left the version from which it started; undefined where versions do not tell. */
function isUnchanged(
  { struck }: DisturbedRun,
  { scenario, verb, states }: Course,
  between: State,
): boolean | undefined {
  const isTold = scenario.whole && verb.goesByVersion && struck?.isDoneByOthers !== true
  const [start] = states.keys()
  return isTold ? versionOf(between) === start : undefined
}

/** Each version is as an undisturbed run leaves it, also where the run has ended at another than it was to. */
function judgeBetween({ states }: Course, between: State): string[] {
  const left = versionOf(between)
  const undisturbed = states.get(left)
  if (undisturbed === undefined) return [`it left version ${left}, which is not on the way`]
  return (
    compareStates(undisturbed, between)
      // How much is to be done still is the matter of the next run.
      .filter((line) => !line.startsWith('rows of left: '))
      .map((line) => `as it was left: ${line}`)
  )
}

/** What the journal tells after the disturbed run, and after the next one. */
function judgeJournal(
  { ran, struck }: DisturbedRun,
  { start }: Course,
  [between, after]: readonly [State, State],
): string[] {
  const succeeded = ran.code === 0 && struck?.isDoneByOthers !== true
  return [
    ...judgeRuns({ start, now: between, succeeded }),
    ...judgeRuns({ start: between, now: after, succeeded: true }),
  ]
}

function judgeSecond({ code, stderr }: Ran, goal: State, after: State): string[] {
  const failed = code === 0 ? [] : [`the same verb again: exit ${String(code)}: ${stderr.trim()}`]
  return [...failed, ...compareStates(goal, after).map((line) => `in the end: ${line}`)]
}
