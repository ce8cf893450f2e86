import { execFile } from 'node:child_process'
import { hostname, userInfo } from 'node:os'
import { promisify } from 'node:util'
import { completeJournal } from '../deploy/journal/complete-journal.ts'
import { adoptSquashed } from '../deploy/journal/adopt-squashed.ts'
import { openJournal } from '../deploy/journal/journal.ts'
import type { Journal } from '../deploy/journal/journal.ts'
import { readHistory } from '../deploy/history/history.ts'
import type { History } from '../deploy/history/history.ts'
import { recordUnrecorded } from '../deploy/history/reconcile.ts'
import type { Standing } from '../deploy/history/standing.ts'
import { readJournaledFiles } from '../deploy/journal/journaled-files.ts'
import type { Recorded } from '../deploy/journal/recorded-folder.ts'
import type { Session } from '../postgres/connect.ts'
import type { Context } from '../files/context.ts'
import type { MigrationFolder } from '../files/migrations.ts'
import type { Target } from './target.ts'

/** Opens the journal of a target whose migration lock is held, for migrations of this folder. */
export async function openTargetJournal(
  { project, talk }: Context,
  { session }: Pick<Target, 'session'>,
  { seal }: Pick<MigrationFolder, 'seal'>,
): Promise<Journal> {
  const actor = {
    user: readUser(),
    host: hostname(),
    commit: await readCommit(project.root),
    seal: seal.total,
  }
  return openJournal(session, actor, talk)
}

/** A target, the folder that it is compared with, and what that came to. */
interface Seen {
  readonly target: Target
  readonly folder: MigrationFolder
  readonly history: History
  readonly standing: Standing
}

/**
 * Before a target is changed: records in its histories and its journal what another tool applied. Answers the journal.
 */
export async function completeRecords(
  context: Context,
  { target, folder, history, standing }: Seen,
): Promise<Journal> {
  const { session } = target
  const { operator } = context.project
  const journal = await openTargetJournal(context, target, folder)
  const { squashed = [], unrecorded } = standing
  const { migrations } = folder
  await adoptSquashed(journal, squashed, { history, operator, migrations })
  await recordUnrecorded(session, unrecorded, { history, operator })
  await completeJournal(journal, standing.applied)
  return journal
}

/** What a target recorded of the migrations that it has, with the texts of those that a folder lacks. */
export async function readRecorded(
  session: Session,
  { migrations }: Pick<MigrationFolder, 'migrations'>,
): Promise<Recorded> {
  return {
    history: await readHistory(session),
    files: await readJournaledFiles(session, migrations),
  }
}

/** Null where the system has no name for the user, as in many containers. */
function readUser(): string | null {
  try {
    return userInfo().username
  } catch {
    return null
  }
}

/** Null outside of a repository, and where git is not installed. */
async function readCommit(root: string): Promise<string | null> {
  try {
    const { stdout } = await promisify(execFile)('git', ['rev-parse', '--verify', 'HEAD'], {
      cwd: root,
      timeout: 2000,
    })
    return stdout.trim()
  } catch {
    return null
  }
}
