import { messageOf } from '../../errors.ts'
import type { Migration } from '../../files/migrations.ts'
import { isSQLError } from '../../postgres/connect.ts'
import { messageLine } from '../../postgres/server-error.ts'
import { splitStatements } from '../../sql/scan/split.ts'
import type { History } from '../history/history.ts'
import { prepareHistory, refuseLostHistory } from '../history/history-tables.ts'
import type { KnownVersions } from '../history/history-tables.ts'
import type { Journal } from '../journal/journal.ts'
import { refuseLostJournal } from '../journal/journaled-files.ts'
import { refuseLostLock } from '../session/lock.ts'
import {
  dropProgress,
  partialVersion,
  refuseChanged,
  writeProgress,
} from '../history/file-progress.ts'
import type { Progress } from '../history/file-progress.ts'
import { hashStatements } from '../history/statement-hashes.ts'
import type { StepRecords, StepsRun } from './run-steps.ts'
import type { RunnableFile } from './runnable-file.ts'

/** A file of a migration that is run statement by statement, and what the history says before it. */
export interface Recording {
  readonly migration: Migration
  readonly file: RunnableFile
  readonly direction: Progress['direction']
  readonly history: History
  /** The versions that the history must keep. */
  readonly known: KnownVersions
  readonly operator: string
  readonly journal: Journal
}

/** Where a file is begun, or continued. Throws UserError where the statements that are done are others now. */
export function startOf({
  migration,
  file,
  history,
}: Recording): Pick<StepsRun<unknown>, 'done' | 'inDoubt'> {
  const partial = partialVersion(history)
  if (partial?.version !== migration.version) return { done: 0, inDoubt: false }
  refuseChanged(file.path, partial, hashStatements(file.text, file.statements))
  return { done: partial.done, inDoubt: partial.inDoubt }
}

/** Writes each step of a file into the row of its version. */
export function progressRecords(
  recording: Recording,
): Pick<StepRecords<unknown>, 'begin' | 'end' | 'fail'> {
  const { migration, file, direction, known, operator, journal } = recording
  const hashes = hashStatements(file.text, file.statements)
  const stepAt = (done: number, error?: string) => ({
    migration,
    operator,
    progress: {
      direction,
      done,
      total: file.statements.length,
      inDoubt: false,
      hashes: hashes.slice(0, done),
      error,
    },
  })
  return {
    begin: async (tx, at) => {
      await prepareHistory(tx)
      await writeProgress(tx, { ...stepAt(at), ...textAt(file, at) })
    },
    end: async (tx, at, milliseconds) => {
      await refuseLostLock(tx, file.path)
      await refuseLostHistory(tx, known, file.path)
      await refuseLostJournal(tx, journal, file.path)
      await prepareHistory(tx)
      await writeProgress(tx, { ...stepAt(at + 1), milliseconds })
    },
    fail: async (tx, at, error) => {
      if (at > 0) await writeProgress(tx, { ...stepAt(at, reasonOf(error)), ...textAt(file, at) })
      else
        await dropProgress(tx, stepAt(0), (await splitStatements(migration.text, file.path)).length)
    },
  }
}

function textAt({ statements }: RunnableFile, at: number): { readonly statement?: string } {
  const statement = statements[at]?.text
  return statement === undefined ? {} : { statement }
}

/** PostgreSQL's sentence, without details that repeat the values of rows. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error && isSQLError(error.cause) ? error.cause : error
  return cause instanceof Error ? messageLine(cause) : messageOf(cause)
}
