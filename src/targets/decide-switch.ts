import { withRecorded } from '../deploy/journal/recorded-folder.ts'
import type { Recorded } from '../deploy/journal/recorded-folder.ts'
import type { Migration, MigrationFolder, NamedVersion } from '../files/migrations.ts'
import type { Environment } from '../files/project.ts'
import { findStandingOf } from './target-standing.ts'

/** What a database must undo and run to be what a checkout says. */
export interface SwitchDecision {
  /** The newest version that the database and the folder have alike, or `none`. */
  readonly stays: string
  /** To be rolled back, newest first: what the folder lacks or has otherwise, and what was applied after that. */
  readonly back: readonly NamedVersion[]
  /** To be applied then. */
  readonly ahead: readonly NamedVersion[]
}

/** Decides how a database follows a folder. Throws UserError for what the folder has otherwise and nobody recorded. */
export function decideSwitch(
  environment: Environment,
  folder: MigrationFolder,
  recorded: Recorded,
): SwitchDecision {
  const known = withRecorded(folder, recorded)
  const { applied } = findStandingOf(environment, known, recorded.history)
  const differs = applied.findIndex(
    (migration, at) => migration.isRecorded === true || !isSame(migration, folder.migrations[at]),
  )
  const count = differs === -1 ? applied.length : differs
  return {
    stays: applied[count - 1]?.version ?? 'none',
    back: applied.slice(count).toReversed().map(nameOf),
    ahead: folder.migrations.slice(count).map(nameOf),
  }
}

function isSame({ file }: Migration, other: Migration | undefined): boolean {
  return other !== undefined && other.file === file
}

function nameOf({ version, name }: Migration): NamedVersion {
  return { version, name }
}
