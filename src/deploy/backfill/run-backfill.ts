import { createHash } from 'node:crypto'
import { basename, dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { UserError } from '../../errors.ts'
import type { Talk } from '../../files/context.ts'
import { sql } from '../../postgres/connect.ts'
import type { Queryable, Session } from '../../postgres/connect.ts'
import { parseBackfill } from '../../sql/backfill/backfill.ts'
import type { Statement } from '../../sql/scan/split.ts'
import type { Limits } from '../session/session.ts'
import {
  asSelf,
  forgetProgress,
  preparePositions,
  readProgress,
  writeProgress,
} from './backfill-position.ts'
import type { Progress, StepName } from './backfill-position.ts'
import { readBackfillTable } from './backfill-table.ts'
import { awaitReplicas } from './replica-lag.ts'
import { runOrHalve } from './halve-batch.ts'
import type { BatchWork } from './run-batch.ts'
import { readRemaining, refuseUnverified, tellRemaining } from './verify-backfill.ts'
import type { Remaining } from './verify-backfill.ts'
import { startPace } from './pace.ts'
import type { Check, Pace } from './pace.ts'

/** A statement with the directive `-- @backfill`, and where it is run: no transaction is open there. */
export interface BackfillStep {
  readonly session: Session
  readonly statement: Statement
  readonly file: {
    readonly path: string
    readonly text: string
    readonly statements: readonly Statement[]
  }
  readonly limits: Limits
  readonly talk: Talk
  /** Says that the work is to end: it does before the next batch. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Runs a statement in batches by key, each in a transaction with its position: killed at any moment, the next run goes on
 * behind the last batch. At the end it is verified that nothing is left. Answers what forgets the position: it belongs
 * into the transaction that records the statement as applied. Throws UserError with the place, and with the key of the
 * row for which the statement fails.
 */
export async function runBackfill(step: BackfillStep): Promise<(tx: Queryable) => Promise<void>> {
  const { session, statement, file } = step
  const backfill = await parseBackfill(statement, file)
  await preparePositions(session, backfill.place)
  const table = await readBackfillTable(session, backfill)
  const work: BatchWork = { ...step, backfill, table, step: nameOf(step) }
  await goThrough(work, step)
  return async (tx) => forgetProgress(tx, work.step)
}

function nameOf({ statement, file }: BackfillStep): StepName {
  const folder = basename(dirname(file.path)) === 'down' ? 'down/' : ''
  const hash = createHash('sha256').update(statement.leading).update('\0').update(statement.text)
  return {
    file: `${folder}${basename(file.path)}`,
    statement: file.statements.findIndex(({ offset }) => offset === statement.offset),
    hash: hash.digest('base64'),
  }
}

/** How often the table is gone through: rows that others insert behind the position are met by the next pass. */
const mostPasses = 5

async function goThrough(
  work: BatchWork,
  { talk, signal }: Pick<BackfillStep, 'talk' | 'signal'>,
): Promise<void> {
  let progress = await asSelf(work.session, async (tx) => readProgress(tx, work.step))
  const pace = startPace(work.table, progress)
  const check = checkOf(work)
  for (;;) {
    const before = progress
    if (!progress.isThrough) progress = await runPass(work, progress, { talk, signal, pace, check })
    const remaining = await verifyEnd(work, check)
    if (remaining === undefined) return talk.note(pace.summary(progress, check))
    const isStuck = before.position === null && before.changed === progress.changed
    const isLast = isStuck || progress.pass >= mostPasses
    progress = await startAgain(work, progress, isLast ? 1 : progress.pass + 1)
    if (isLast) throw unending(work, remaining)
    const rows = tellRemaining(remaining)
    talk.note(`${work.table.name}: the condition still selects ${rows}: another pass`)
  }
}

/** What the condition still selects. Throws UserError where a query of the file says that something is left. */
async function verifyEnd(work: BatchWork, check: Check): Promise<Remaining | undefined> {
  if (check === 'queries') await refuseUnverified(work)
  return check === 'condition' ? readRemaining(work) : undefined
}

/** The statement goes on with the first row again: only those that its condition selects are changed. */
async function startAgain(
  { session, step }: BatchWork,
  { changed }: Progress,
  pass: number,
): Promise<Progress> {
  const progress = { position: null, pass, visited: 0, changed, isThrough: false }
  await asSelf(session, async (tx) => writeProgress(tx, step, progress))
  return progress
}

function unending({ backfill }: BatchWork, remaining: Remaining): UserError {
  return new UserError(
    `${backfill.place}: @backfill: the condition still selects ${tellRemaining(remaining)}, and the last pass did not make them fewer. ` +
      'A trigger or a rule keeps them as they are, or others write such rows all the time. What was done stays.',
  )
}

/** What an INSERT has copied its condition may select all the same: a second pass could copy it twice. */
function checkOf({ backfill: { verify, text } }: BatchWork): Check {
  if (verify.length > 0) return 'queries'
  const tells = text.sort === 'delete' || (text.sort === 'update' && text.isConditional)
  return tells ? 'condition' : 'none'
}

interface Pass extends Pick<BackfillStep, 'talk' | 'signal'> {
  readonly pace: Pace
  readonly check: Check
}

async function runPass(
  work: BatchWork,
  from: Progress,
  { talk, signal, pace, check }: Pass,
): Promise<Progress> {
  const { batch, pause } = work.backfill.options
  let progress = from
  let asks = check === 'condition' && work.backfill.text.sort === 'update'
  for (let size = batch; !progress.isThrough;) {
    await readyForBatch(work, progress, { talk, signal })
    const done = await runOrHalve(work, progress, { size, talk, asks })
    size = Math.min(batch, done.size * 2)
    progress = done.result.progress
    if (done.result.changed > 0) asks = false
    if (!progress.isThrough) talk.step(pace.tell(progress))
    if (!progress.isThrough && pause > 0) await restFor(work.session, pause, signal)
  }
  return progress
}

/** Ends where it is to, and waits for replicas that are far behind. */
async function readyForBatch(
  work: BatchWork,
  progress: Progress,
  { talk, signal }: Pick<BackfillStep, 'talk' | 'signal'>,
): Promise<void> {
  if (signal?.aborted === true) throw stopped(work, progress, talk)
  const { maxLag } = work.backfill.options
  if (maxLag !== undefined)
    await awaitReplicas(work.session, maxLag, (sentence) => talk.step(`waiting: ${sentence}`))
}

function stopped({ table, backfill }: BatchWork, { visited }: Progress, talk: Talk): UserError {
  const sentence = `${table.name}: stopped after ${String(visited)} rows, which stay. The next run continues behind them.`
  talk.note(sentence)
  return new UserError(`${backfill.place}: @backfill: ${sentence}`)
}

/** A session that says nothing for long is ended by its server. */
async function restFor(
  session: Session,
  milliseconds: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  for (let left = milliseconds; left > 0; left -= 10_000) {
    if (signal?.aborted === true) return
    await sleep(Math.min(left, 10_000), undefined, { signal }).catch(() => undefined)
    if (left > 10_000) await session.query(sql`select`)
  }
}
