import type { Context } from '../files/context.ts'
import { fleetName, loadFleetFile } from '../files/fleet-file.ts'
import { sql, withSession } from '../postgres/connect.ts'
import { describeUrl } from '../postgres/url.ts'
import { readMeasure } from '../targets/fleet/equality.ts'
import { findMembers, resolveUrl } from '../targets/fleet/members.ts'
import type { Member } from '../targets/fleet/members.ts'
import { runMembers } from '../targets/fleet/run-members.ts'
import { runByQueue } from './fleet-queue.ts'
import { workBeside, workOn } from './fleet-work.ts'
import type { CanaryMeasure, FleetContext, FleetWork, MemberResult } from './fleet-work.ts'

/** Which databases, what is done with each, and how many at once. */
export interface FleetRequest {
  /** The path of the file that lists them. */
  readonly file: string
  readonly work: FleetWork
  /** How many at once, after the canary. */
  readonly parallel: number
  /** After so many failures no other database is begun. */
  readonly stopAfter: number
  /** The variable with the URL of a control database, by whose queue workers do all but the canary; undefined: here. */
  readonly queue?: string | undefined
}

/** What the work came to: `--json` prints it, docs/fleet.md explains it. */
export interface FleetResult {
  readonly fleet: string
  readonly verb: FleetWork['verb']
  readonly dryRun: boolean
  /** The canary first, the others in the order of the list. */
  readonly members: readonly FleetMember[]
  readonly counts: FleetCounts
}

/** How many databases came to what. */
export interface FleetCounts {
  readonly all: number
  readonly failed: number
  readonly notStarted: number
  readonly equal: number
  readonly different: number
  readonly notCompared: number
}

/** One database of the fleet, and what the work came to there. */
export interface FleetMember extends Omit<MemberResult, 'outcome'> {
  readonly name: string
  /** `user@host:port/database`. */
  readonly address: string
  readonly canary: boolean
  readonly outcome: MemberResult['outcome'] | 'not started'
}

/**
 * Does the same work with every database of a fleet: with the canary first, and where that fails with no other; then
 * with so many at once. Each is compared with the canary. It goes on by each database's own history when it is run again.
 * Throws UserError for a list that cannot be read; what fails at one database is in the result.
 */
export async function fleetCommand(asked: Context, request: FleetRequest): Promise<FleetResult> {
  const context = { ...asked, said: new Set<string>() }
  const members = await findMembers(context, await loadFleetFile(request.file))
  // Before anything is changed: a variable that is not set is no reason to stop after the canary.
  const control = await reachControl(context, request.queue)
  const [canary, ...rest] = members
  if (canary === undefined) return resultOf(request, [])
  const told = teller(context, members.length)
  context.talk.step(`the canary, ${canary.name}`)
  const run = await workOn(context, canary, request.work)
  const stops = run.outcome === 'failed' && request.work.verb === 'apply'
  const measure =
    run.outcome === 'failed' ? undefined : await measureOf(context, canary, run.current)
  const first: MemberResult = { ...run, ...(measure === undefined ? unread : itself) }
  told(canary, first)
  const results = stops
    ? rest.map(() => undefined)
    : await runRest(context, request, { members: rest, measure, control, onDone: told })
  return resultOf(request, [
    asMember(canary, first),
    ...rest.map((member, index) => asMember(member, results[index])),
  ])
}

/** All but the canary. */
interface Rest {
  readonly members: readonly Member[]
  readonly measure: CanaryMeasure | undefined
  /** The control database, where workers do it. */
  readonly control: Control | undefined
  readonly onDone: (member: Member, result: MemberResult) => void
}

interface Control {
  readonly variable: string
  readonly url: string
}

async function reachControl(
  context: Context,
  variable: string | undefined,
): Promise<Control | undefined> {
  if (variable === undefined) return undefined
  const url = await resolveUrl(context, variable, '--queue')
  await withSession(url, async (session) => session.query(sql`select`))
  return { variable, url }
}

async function runRest(
  context: FleetContext,
  { file, work, ...many }: FleetRequest,
  { control, ...rest }: Rest,
): Promise<(MemberResult | undefined)[]> {
  if (control !== undefined)
    return runByQueue(context, { ...many, ...rest, file, queue: control, work })
  return runMembers(rest.members, {
    ...many,
    run: async (member) => workBeside(context, { member, measure: rest.measure }, work),
    failed: ({ outcome }) => outcome === 'failed',
    onDone: rest.onDone,
  })
}

const itself = { equal: 'equal', why: null, differences: [] } as const
const unread = { equal: 'not compared', why: 'it failed', differences: [] } as const

async function measureOf(
  context: Context,
  canary: Member,
  current: string | null,
): Promise<CanaryMeasure> {
  return { ...(await readMeasure(context, canary)), current }
}

function teller(context: Context, all: number): (member: Member, result: MemberResult) => void {
  let done = 0
  let failures = 0
  return ({ name }, { outcome, versions, error }) => {
    done += 1
    if (outcome === 'failed') failures += 1
    const count = `${String(done)} of ${String(all)}${failures === 0 ? '' : `, ${String(failures)} failed`}`
    if (outcome === 'failed') context.talk.note(`${name}: ${error ?? ''}`)
    context.talk.step(`${count}: ${[name, outcome, versions.join(', ')].join(' ').trim()}`)
  }
}

function asMember({ name, url, canary }: Member, result: MemberResult | undefined): FleetMember {
  return { name, address: describeUrl(url), canary, ...(result ?? notStarted) }
}

const notStarted = {
  outcome: 'not started',
  current: null,
  versions: [],
  error: null,
  milliseconds: 0,
  equal: 'not compared',
  why: 'it was not started',
  differences: [],
} as const

function resultOf({ file, work }: FleetRequest, members: readonly FleetMember[]): FleetResult {
  const count = (holds: (member: FleetMember) => boolean): number => members.filter(holds).length
  return {
    fleet: fleetName(file),
    verb: work.verb,
    dryRun: work.verb === 'apply' && work.request.dryRun,
    members,
    counts: {
      all: members.length,
      failed: count(({ outcome }) => outcome === 'failed'),
      notStarted: count(({ outcome }) => outcome === 'not started'),
      equal: count(({ equal }) => equal === 'equal'),
      different: count(({ equal }) => equal === 'different'),
      notCompared: count(({ equal }) => equal === 'not compared'),
    },
  }
}
