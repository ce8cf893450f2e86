import { UserError } from '../../errors.ts'
import type { Talk } from '../../files/context.ts'
import { isSQLError } from '../../postgres/connect.ts'
import { describePosition } from '../../sql/backfill/key-range.ts'
import { noWatch } from '../run/lock-watch.ts'
import { retryConflicts } from '../run/retry.ts'
import type { Progress } from './backfill-position.ts'
import { BatchError, runBatch } from './run-batch.ts'
import type { BatchResult, BatchWork } from './run-batch.ts'

/** How a batch is tried. */
interface Attempt {
  /** How many rows it has at most. */
  readonly size: number
  readonly talk: Talk
  readonly asks: boolean
}

/** What a row may be refused for: a half of the batch may hold none of those rows. */
const aboutRows = /^(?:09|21|22|23|27|44|P0)/

/**
 * Runs a batch; where it fails for one of its rows, a half of it, until the row is found. Throws UserError with the key of
 * that row.
 */
export async function runOrHalve(
  work: BatchWork,
  progress: Progress,
  { size, talk, asks }: Attempt,
): Promise<{ readonly result: BatchResult; readonly size: number }> {
  for (let now = size; ; now = Math.ceil(now / 2)) {
    try {
      return { result: await runPatiently(work, progress, { size: now, talk, asks }), size: now }
    } catch (error) {
      if (!(error instanceof BatchError) || !aboutRows.test(error.code)) throw error
      if (now > 1) continue
      throw new UserError(
        `${error.message}\nIt fails for the row ${describePosition(work.table.key, error.last)}. ` +
          `${String(progress.visited)} rows before it are done and stay. Correct the row or the statement: the next run goes on there.`,
        { cause: error.cause },
      )
    }
  }
}

async function runPatiently(
  work: BatchWork,
  progress: Progress,
  { size, talk, asks }: Attempt,
): Promise<BatchResult> {
  const onConflict = (sentence: string): void => talk.note(sentence)
  const patience = { budget: work.limits.lockBudget, watch: noWatch, onConflict }
  try {
    return await retryConflicts(patience, async () => runBatch(work, progress, { size, asks }))
  } catch (error) {
    // The batch was tried again as long as it may be: the file is not to be.
    throw isConflict(error) ? new UserError(error.message, { cause: error }) : error
  }
}

function isConflict(error: unknown): error is UserError {
  return error instanceof UserError && isSQLError(error.cause) && conflicts.has(error.cause.code)
}

/** A lock that cannot be had in time, and a deadlock. */
const conflicts: ReadonlySet<string> = new Set(['55P03', '40P01'])
