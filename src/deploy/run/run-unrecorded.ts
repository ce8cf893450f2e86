import type { Session } from '../../postgres/connect.ts'
import { defaultLimits } from '../session/session.ts'
import type { RunOutside } from './outside-step.ts'
import { runFile } from './run-file.ts'
import { runSteps } from './run-steps.ts'
import type { RunnableFile } from './runnable-file.ts'

/** Runs a file on a database that keeps no history, such as a copy, as it is run elsewhere. Errors as runFile. */
export async function runUnrecorded(
  session: Session,
  file: RunnableFile,
  runOutside: RunOutside,
): Promise<void> {
  const limits = defaultLimits
  if (file.mode === 'transaction')
    return runFile(session, file, { limits, record: async () => undefined })
  const records = { begin: nothing, end: nothing, finish: nothing, fail: nothing }
  return runSteps(session, file, { limits, runOutside, done: 0, inDoubt: false, records })
}

async function nothing(): Promise<undefined> {
  return undefined
}
