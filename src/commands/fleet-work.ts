import { refuseAnswers } from '../deploy/questions/refuse-answers.ts'
import { UserError } from '../errors.ts'
import type { Context } from '../files/context.ts'
import { sentencesOf } from '../model/sections.ts'
import { compareWithMeasure } from '../targets/fleet/equality.ts'
import type { Equality, Measure } from '../targets/fleet/equality.ts'
import { tellCommands } from '../targets/fleet/member-commands.ts'
import { contextOfMember } from '../targets/fleet/members.ts'
import type { Member } from '../targets/fleet/members.ts'
import { applyCommand } from './apply.ts'
import type { ApplyRequest } from './apply.ts'
import { driftCommand } from './drift.ts'
import { statusCommand } from './status.ts'

/** What is done with each database of a fleet: a verb, and what it is asked for besides the database. */
export type FleetWork =
  | { readonly verb: 'apply'; readonly request: Omit<ApplyRequest, 'environment' | 'agreed'> }
  | { readonly verb: 'status' }
  | { readonly verb: 'drift' }

/** What the verb came to at one database. */
export interface MemberRun {
  readonly outcome:
    | 'applied'
    | 'up to date'
    | 'pending'
    | 'unadopted'
    | 'unclear'
    | 'as applied'
    | 'drifted'
    | 'failed'
  /** The newest applied version; null for none, and where it is not known. */
  readonly current: string | null
  /** The versions that were applied; in a dry run and for status, that are to be. */
  readonly versions: readonly string[]
  /** Why it failed, what drifted, or why apply would refuse. */
  readonly error: string | null
  readonly milliseconds: number
}

/** The same, compared with the canary. */
export type MemberResult = MemberRun & Equality

/** A context for many databases. */
export interface FleetContext extends Context {
  /** What was said of one of them: it is not said again of the next. */
  readonly said: Set<string>
}

/** Does the work at one database. Its failure is a result: the others go on. */
export async function workOn(
  context: FleetContext,
  member: Member,
  work: FleetWork,
): Promise<MemberRun> {
  const start = performance.now()
  const quiet = { ...contextOfMember(context, member), talk: talkOf(context, member) }
  const found = await answer(quiet, member.name, work).catch((error: unknown) => failedRun(error))
  const error = found.error === null ? null : tellCommands(context, member, found.error)
  return { ...found, error, milliseconds: Math.round(performance.now() - start) }
}

/** The same, and compares the database with the canary, where both are at the same version. */
export async function workBeside(
  context: FleetContext,
  { member, measure }: { readonly member: Member; readonly measure: CanaryMeasure | undefined },
  work: FleetWork,
): Promise<MemberResult> {
  const run = await workOn(context, member, work)
  return { ...run, ...(await besideCanary(context, { member, run, measure })) }
}

/** The canary as it was seen, and the version that it was at. */
export interface CanaryMeasure extends Measure {
  readonly current: string | null
}

type Answer = Omit<MemberRun, 'milliseconds'>

async function answer(context: Context, environment: string, work: FleetWork): Promise<Answer> {
  if (work.verb === 'apply') return answerApply(context, { ...work.request, environment })
  return work.verb === 'status'
    ? answerStatus(context, environment)
    : answerDrift(context, environment)
}

async function answerApply(context: Context, request: ApplyRequest): Promise<Answer> {
  const result = await applyCommand(context, request)
  // A dry run says what apply would refuse: here that is what it comes to.
  if (request.dryRun) refuseAnswers(result, request)
  const { applied, pending, current = null } = result
  const versions = [...applied, ...pending].map(({ version }) => version)
  const outcome = versions.length === 0 ? 'up to date' : request.dryRun ? 'pending' : 'applied'
  return { outcome, current, versions, error: null }
}

async function answerStatus(context: Context, environment: string): Promise<Answer> {
  const { state, current = null, versions, refusals } = await statusCommand(context, environment)
  return {
    outcome: state,
    current,
    versions: versions.filter(({ applied }) => !applied).map(({ version }) => version),
    error: refusals.length === 0 ? null : refusals.join('\n'),
  }
}

async function answerDrift(context: Context, environment: string): Promise<Answer> {
  const { same, current, sections } = await driftCommand(context, environment)
  return {
    outcome: same ? 'as applied' : 'drifted',
    current,
    versions: [],
    error: same ? null : sentencesOf(sections).join('\n'),
  }
}

/** What an error of a database comes to. A bug of the tool is told with its stack. */
export function failedRun(error: unknown): Answer {
  const error_ = error instanceof Error ? error : new Error(String(error))
  const told = error_ instanceof UserError ? error_.message : (error_.stack ?? error_.message)
  return { outcome: 'failed', current: null, versions: [], error: told }
}

/** What is said of one database names it; its steps are too many. */
function talkOf(context: FleetContext, member: Member): Context['talk'] {
  const { talk, said } = context
  return {
    step: () => undefined,
    note: (text) => {
      if (said.has(text)) return
      said.add(text)
      talk.note(`${member.name}: ${tellCommands(context, member, text)}`)
    },
  }
}

/** What nobody could do at a database. */
export function unfinished(error: string): MemberResult {
  const run = failedRun(new UserError(error))
  return { ...run, milliseconds: 0, equal: 'not compared', why: 'it failed', differences: [] }
}

interface Beside {
  readonly member: Member
  readonly run: MemberRun
  readonly measure: CanaryMeasure | undefined
}

async function besideCanary(context: Context, { member, run, measure }: Beside): Promise<Equality> {
  const why = whyNotCompared(run, measure)
  if (measure === undefined || why !== undefined)
    return { equal: 'not compared', why: why ?? null, differences: [] }
  return compareWithMeasure(context, measure, member).catch((error: unknown) => ({
    equal: 'not compared' as const,
    why: failedRun(error).error,
    differences: [],
  }))
}

function whyNotCompared(run: MemberRun, measure: CanaryMeasure | undefined): string | undefined {
  if (run.outcome === 'failed') return 'it failed'
  if (measure === undefined) return 'the canary was not read'
  if (run.current === measure.current) return undefined
  return `it is at ${run.current ?? 'no version'}, the canary at ${measure.current ?? 'no version'}`
}
