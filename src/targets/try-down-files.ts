import { runBackfill } from '../deploy/backfill/run-backfill.ts'
import type { RunOutside } from '../deploy/run/outside-step.ts'
import { parseTransactional } from '../deploy/run/transaction.ts'
import { runUnrecorded } from '../deploy/run/run-unrecorded.ts'
import { describeTextless } from '../deploy/journal/recorded-folder.ts'
import { UserError } from '../errors.ts'
import type { Migration } from '../files/migrations.ts'
import { withSession } from '../postgres/connect.ts'
import type { Context, Talk } from '../files/context.ts'
import { workbenchOf } from '../workbench/workbench.ts'
import { withReplayedHistory } from './replayed-history.ts'
import type { AppliedHistory } from './replayed-history.ts'

/**
 * Runs down files on a scratch database that is what the applied migrations make, each in a transaction, as a rollback
 * does. Says it where nobody has the text of a file. Throws UserError with file:line:column for one that fails there. The copy has no rows.
 */
export async function tryDownFiles(
  context: Context,
  history: AppliedHistory,
  migrations: readonly Migration[],
): Promise<void> {
  const files = migrations.flatMap(({ down }) => (down === undefined ? [] : [down]))
  const textless = describeTextless(history.applied)
  if (textless !== undefined) {
    context.talk.note(`the down files are not tried on a copy: ${textless}`)
    return
  }
  const parsed = await Promise.all(files.map(parseTransactional))
  if (parsed.length === 0) return
  context.talk.step('trying the down files on a copy')
  await withReplayedHistory(workbenchOf(context), history, async ({ url }) =>
    withSession(url, async (session) => {
      for (const file of parsed) {
        try {
          await runUnrecorded(session, file, runBatches)
        } catch (error) {
          if (!(error instanceof UserError)) throw error
          throw new UserError(`${error.message}\n${failed}`, { cause: error })
        }
      }
    }),
  )
}

const runBatches: RunOutside = async (step) => runBackfill({ ...step, talk: silent })

const silent: Talk = { step: () => undefined, note: () => undefined }

const failed =
  'That was on a copy of what the migrations make. In the database nothing was changed. Correct the down file, or roll back in smaller steps.'
