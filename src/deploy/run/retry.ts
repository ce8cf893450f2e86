import { setTimeout as sleep } from 'node:timers/promises'
import { UserError, messageOf } from '../../errors.ts'
import { SQLErrorCode, isSQLError } from '../../postgres/connect.ts'
import { messageLine } from '../../postgres/server-error.ts'
import { describeActivity, terminationOf } from '../session/activity.ts'
import type { Activity } from '../session/activity.ts'
import type { LockWatch, Watched } from './lock-watch.ts'

/** How long to try again, and who hears of it. */
export interface Patience {
  /** From the first conflict on, in milliseconds; 0 is not at all. */
  readonly budget: number
  readonly watch: LockWatch
  /** Called before each next try, with who stands in the way and when it comes. */
  readonly onConflict?: (sentence: string) => void
}

/** The first pause between two tries and the longest, in milliseconds: others get on in it. */
const pauses = { first: 500, longest: 8000 } as const

/**
 * Runs `attempt`, which leaves nothing behind when it fails. Where it cannot have a lock in time, or is the victim of a
 * deadlock, it is run again after a pause, each about twice as long as the one before, until the budget is spent. The
 * last error names who stood in the way.
 */
export async function retryConflicts<T>(
  { budget, watch, onConflict }: Patience,
  attempt: (watched: Watched) => Promise<T>,
): Promise<T> {
  let end: number | undefined
  for (let tries = 1; ; tries += 1) {
    const outcome = await watch.watch(async (watched) => tryOnce(watched, attempt))
    if (!('conflict' in outcome)) return outcome.value
    end ??= performance.now() + budget
    const left = end - performance.now()
    if (left <= 0) throw giveUp(outcome, tries, budget)
    // The last try comes when the budget ends.
    const pause = Math.min(left, jitter(pauses.first * 2 ** (tries - 1), budget))
    onConflict?.(tellConflict(outcome, { pause, left }))
    await sleep(pause, undefined, watch.signal && { signal: watch.signal })
  }
}

interface Conflict {
  /** What PostgreSQL calls it. */
  readonly conflict: Error
  /** What people are told of it. */
  readonly sentence: string
  readonly blockers: readonly Activity[]
}

async function tryOnce<T>(
  watched: Watched,
  attempt: (watched: Watched) => Promise<T>,
): Promise<{ readonly value: T } | Conflict> {
  try {
    return { value: await attempt(watched) }
  } catch (error) {
    const conflict = error instanceof UserError ? error.cause : error
    if (!isSQLError(conflict) || !isConflict(conflict.code, watched.cancelled())) throw error
    const sentence =
      error instanceof UserError
        ? messageOf(error).replace(/canceling statement due to .* \(57014\)/, tooLong)
        : `the migration could not be recorded: ${messageLine(conflict)} (${conflict.code})`
    return { conflict, sentence, blockers: watched.blockers() }
  }
}

/** PostgreSQL's lock_timeout is for each lock of a statement: that they are too many is seen by the watch. */
const tooLong = 'waited for its locks longer than the limit (--lock-timeout), and was cancelled'

function isConflict(code: string, cancelled: boolean): boolean {
  if (cancelled && code === queryCancelled) return true
  return code === lockNotAvailable || code === deadlockDetected
}

const queryCancelled: string = SQLErrorCode.QUERY_CANCELED
const lockNotAvailable: string = SQLErrorCode.LOCK_NOT_AVAILABLE
const deadlockDetected: string = SQLErrorCode.DEADLOCK_DETECTED

/** At random between half of it and the whole, so that two that met do not meet again. */
function jitter(pause: number, budget: number): number {
  const most = Math.min(pause, pauses.longest, Math.max(budget / 10, 20))
  return most * (0.5 + Math.random() / 2)
}

function tellConflict(
  { sentence, blockers }: Conflict,
  { pause, left }: { readonly pause: number; readonly left: number },
): string {
  const [line = ''] = sentence.split('\n')
  return (
    `${line}${tellBlockers(blockers)}\n` +
    `The next try comes in ${seconds(pause)}, the last one in ${seconds(left)} (--lock-budget).`
  )
}

function giveUp(
  { conflict, sentence, blockers }: Conflict,
  tries: number,
  budget: number,
): UserError {
  const often =
    tries === 1 ? '' : `\nTried ${String(tries)} times in ${seconds(budget)} (--lock-budget).`
  return new UserError(`${sentence}${tellBlockers(blockers)}${often}`, { cause: conflict })
}

function tellBlockers(blockers: readonly Activity[]): string {
  return blockers
    .map(
      (blocker) =>
        `\n  in the way: ${describeActivity(blocker)}\n  to end it: ${terminationOf(blocker)}`,
    )
    .join('')
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}
