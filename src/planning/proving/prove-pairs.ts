import type { Talk } from '../../files/context.ts'
import { ownSchemas } from '../../files/own-schemas.ts'
import { runBackfill } from '../../deploy/backfill/run-backfill.ts'
import { runFile } from '../../deploy/run/run-file.ts'
import { parseRunnable } from '../../deploy/run/runnable-file.ts'
import type { FileText, RunnableFile } from '../../deploy/run/runnable-file.ts'
import { sendBatch } from '../../deploy/run/send-statements.ts'
import { defaultLimits } from '../../deploy/session/session.ts'
import type { MeasuredWork } from '../../plan/write/measured-hazards.ts'
import { withSession } from '../../postgres/connect.ts'
import type { Session } from '../../postgres/connect.ts'
import { resetSession } from '../../postgres/reset-session.ts'
import { isBackfill } from '../../sql/scan/txmode.ts'
import { standaloneOf } from '../../sql/parsed/standalone.ts'
import { compareStates } from '../../proof/compare-states.ts'
import { startMeasuring } from '../../proof/measure.ts'
import { isClean, runUpAndDown } from '../../proof/run-up-and-down.ts'
import type { Part, UpAndDown } from '../../proof/run-up-and-down.ts'
import { seeState, withOpen } from '../../proof/state.ts'
import type { State } from '../../proof/state.ts'
import { allRows } from '../../proof/try-rows.ts'
import type { Content } from '../../workbench/load/content.ts'
import { parseSampleRows } from '../../workbench/scratch/sample-layers.ts'
import { withScratch } from '../../workbench/scratch/scratch.ts'
import type { Workbench } from '../../workbench/server/server.ts'
import { noteLate, unloadedOf } from './over-sample-rows.ts'

/** A migration and its down file. */
export type FilePair = readonly [up: FileText, down: FileText]

/** Files to prove, and where the last of them should lead. */
interface Files {
  readonly pairs: readonly FilePair[]
  readonly desired: State
}

type FileWork = readonly MeasuredWork[]

/** What came of files that were run in both directions, and what each did to relations. */
export interface ProvedFiles extends UpAndDown<FileWork> {
  /** Whether the files change no object, and something else than they make is wanted still: that is no fault of theirs. */
  readonly leavesRest: boolean
  /** What is to be known of the sample rows. */
  readonly notes: readonly string[]
}

/**
 * Runs migrations and their down files on a copy of a content, with whatever rows it has. Nobody says which values they
 * mean to change, so those of every table are looked at. Errors of the files pass through.
 */
export async function proveFiles(
  workbench: Workbench,
  start: Content,
  { pairs, desired }: Files,
): Promise<ProvedFiles> {
  const { project } = workbench
  const view = { scope: { schemas: project.schemas }, ignoreSchemas: ownSchemas }
  return withScratch(workbench, start, (copy, note) =>
    withSession(copy.url, (session) =>
      withOpen(copy, async (open) => {
        const samples = parseSampleRows(note)
        const current = await seeState(open, view)
        const all = allRows([current, desired], unloadedOf(samples))
        const run = await runUpAndDown(
          open,
          pairs.map((pair) => partOf(session, pair)),
          { current, desired, view, rows: { up: all, down: all }, keepsLast: true },
        )
        return { ...(await withoutRest(run)), notes: noteLate(project, samples) }
      }),
    ),
  )
}

function partOf(session: Session, [up, down]: FilePair): Part<FileWork> {
  return {
    up: async () => measureFile(session, up),
    down: () => ({ stuck: [], planned: [], run: async () => measureFile(session, down) }),
  }
}

/** Runs a file as applying it does, and answers what it did to relations that were there before. */
async function measureFile(session: Session, text: FileText): Promise<FileWork> {
  const file = await parseRunnable(text)
  if (file.mode === 'stepwise') return measureEach(session, file)
  let work: FileWork = []
  return runFile(session, file, {
    limits: defaultLimits,
    around: async (tx, send) => {
      const { read } = await startMeasuring(tx)
      await send()
      work = [...(await read()).whole]
    },
    record: async () => work,
  })
}

/** Statement by statement; what works concurrently lets others read and write, and cannot be looked at. */
async function measureEach(session: Session, file: RunnableFile): Promise<FileWork> {
  await resetSession(session)
  const work: MeasuredWork[] = []
  for (const statement of file.statements) {
    if (isBackfill(statement)) {
      const step = { session, statement, file, limits: defaultLimits, talk: silent }
      await session.tx(await runBackfill(step))
      continue
    }
    if (standaloneOf(statement) !== undefined) {
      await sendBatch(session, [statement], file.text)
      continue
    }
    await session.tx(async (tx) => {
      const { read } = await startMeasuring(tx)
      await sendBatch(tx, [statement], file.text)
      work.push(...(await read()).whole)
    })
  }
  return work
}

const silent: Talk = { step: () => undefined, note: () => undefined }

/** What files that change no object leave undone does not count. */
async function withoutRest(run: UpAndDown<FileWork>): Promise<Omit<ProvedFiles, 'notes'>> {
  const [up, ...back] = run.steps
  const [start, last] = [run.states[0], run.states.at(-1)]
  if (up === undefined || start === undefined || last === undefined)
    throw new Error('a run without steps')
  const leavesRest = !isClean([up]) && isClean([await compareStates(last, start)])
  const first = leavesRest ? { ...up, changes: [], differences: [] } : up
  return { ...run, steps: [first, ...back], leavesRest }
}
