import type { Context } from '../files/context.ts'
import type { Migration } from '../files/migrations.ts'
import type { SectionComparison } from '../model/sections.ts'
import { sendText, withSession } from '../postgres/connect.ts'
import { asFileError } from '../postgres/server-error.ts'
import { workbenchOf } from '../workbench/workbench.ts'
import { compareTarget } from './compare-target.ts'
import { withReplayedHistory } from './replayed-history.ts'
import type { AppliedHistory } from './replayed-history.ts'

/**
 * Runs the down file of the newest migration of a history on a copy, and compares that with what the migrations before it
 * make. Throws UserError with the place for a statement that fails.
 */
export async function compareDown(
  context: Context,
  { folder, applied }: AppliedHistory,
  { down }: Migration,
): Promise<readonly SectionComparison[]> {
  if (down === undefined) return []
  const use = workbenchOf(context)
  const before = { folder, applied: applied.slice(0, -1) }
  return withReplayedHistory(use, { folder, applied }, async ({ url }) =>
    withSession(url, async (session) => {
      await sendText(session, down.text).catch((error: unknown) => {
        throw asFileError(error, down.text, down)
      })
      const { sections } = await compareTarget(use, session, {
        history: before,
        talk: context.talk,
      })
      return sections
    }),
  )
}
