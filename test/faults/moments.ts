import type { Random } from '../schema/random.ts'
import type { Request } from './wire/relay.ts'

/** Where in a run a fault strikes. */
export type Phase =
  | 'before the first file'
  | 'before a statement'
  | 'in a statement'
  | 'after a statement'
  | 'before COMMIT is sent'
  | 'after COMMIT was sent'

/** What a request is for. */
export type Sort = 'open' | 'history' | 'lock' | 'commit' | 'statement' | 'other'

/** On which side of the server's work a request is. */
export type Edge = 'before' | 'sent' | 'answered'

/** A moment of a run: the so-manyth request of a sort, from 1, and so many milliseconds after it was sent. */
export interface Moment {
  readonly sort: Sort
  readonly ordinal: number
  readonly edge: Edge
  readonly after: number
}

/** Requests of a sort, and the sides of them on which a fault may strike. */
interface Side {
  readonly sort: Sort
  readonly edges: readonly [Edge, ...Edge[]]
}

/** Which requests a phase is about, and on which side of them it lies. */
const phases: Readonly<Record<Phase, readonly [Side, ...Side[]]>> = {
  'before the first file': [
    { sort: 'open', edges: ['before', 'sent', 'answered'] },
    { sort: 'history', edges: ['before', 'sent', 'answered'] },
    // While somebody else holds it.
    { sort: 'lock', edges: ['sent'] },
  ],
  'before a statement': [{ sort: 'statement', edges: ['before'] }],
  'in a statement': [{ sort: 'statement', edges: ['sent'] }],
  'after a statement': [{ sort: 'statement', edges: ['answered'] }],
  'before COMMIT is sent': [{ sort: 'commit', edges: ['before'] }],
  'after COMMIT was sent': [{ sort: 'commit', edges: ['sent', 'answered'] }],
}

/** Says of each request of one run what it is for. */
export function sorter(): (request: Request) => Sort {
  let isLocked = false
  let isDeploying = false
  return ({ opens, text }) => {
    if (opens) return 'open'
    const plain = text.trim().toLowerCase()
    const sort = decideSort(plain, isDeploying)
    isLocked ||= sort === 'lock'
    // A verb that takes no lock says how long it waits for those of others.
    isDeploying ||= (isLocked && isBeginning(plain)) || plain.startsWith('set lock_timeout')
    return sort
  }
}

function decideSort(text: string, isDeploying: boolean): Sort {
  if (/try_advisory_lock|advisory_lock\(/.test(text)) return 'lock'
  if (/^commit\b/.test(text)) return isDeploying ? 'commit' : 'other'
  if (isAside(text)) return 'other'
  if (isDeploying) return 'statement'
  return isHistory(text) ? 'history' : 'other'
}

/** What is no work: the ends of a transaction, and who watches the session from another one, as often as time goes by. */
function isAside(text: string): boolean {
  return (
    isBeginning(text) ||
    /^rollback\b|advisory_unlock/.test(text) ||
    /pg_blocking_pids|pg_stat_activity|pg_stat_progress_|pg_cancel_backend/.test(text)
  )
}

function isBeginning(text: string): boolean {
  return /^(?:begin|start transaction)\b/.test(text)
}

function isHistory(text: string): boolean {
  return /atlas_schema_revisions|supabase_migrations|schema_journal/.test(text)
}

/** How many requests of each sort a run has. */
export type Trace = Readonly<Record<Sort, number>>

/** Counts the requests of a run. */
export function countSorts(requests: readonly Request[]): Trace {
  const sortOf = sorter()
  const counts = { open: 0, history: 0, lock: 0, commit: 0, statement: 0, other: 0 }
  for (const request of requests) counts[sortOf(request)] += 1
  return counts
}

/** Chooses a moment of a phase in a run of which the trace is known. What commits each statement has no COMMIT. */
export function chooseMoment(phase: Phase, trace: Trace, random: Random): Moment {
  const { sort, edges } = random.pick(phases[phase])
  const counted = trace[sort] > 0 ? sort : fallback[sort]
  const edge = random.pick(edges)
  return {
    sort: counted,
    ordinal: 1 + random.below(Math.max(1, trace[counted])),
    edge,
    after: edge === 'sent' ? random.below(sort === 'lock' ? 400 : 40) : 0,
  }
}

/** What is counted instead where a run has no request of the sort. */
const fallback: Readonly<Record<Sort, Sort>> = {
  open: 'open',
  history: 'open',
  lock: 'open',
  commit: 'statement',
  statement: 'other',
  other: 'other',
}
