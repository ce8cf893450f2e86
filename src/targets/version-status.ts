import type { Standing } from '../deploy/history/standing.ts'
import { appliedVersions, hasFlag, recordedName, revisionType } from '../deploy/history/history.ts'
import type { Progress } from '../deploy/history/file-progress.ts'
import type { History } from '../deploy/history/history.ts'
import type { MigrationFolder } from '../files/migrations.ts'

/** One version, and whether the database has it. */
export interface VersionStatus {
  readonly version: string
  /** As the folder has it, or the history where the folder lacks the version. */
  readonly name: string
  /** Whether the folder has a file of this version; null where the folder cannot be read. */
  readonly inFolder: boolean | null
  /** The name under which the history has it, where that is another one; else null. */
  readonly recordedAs: string | null
  readonly applied: boolean
  /** When it was applied, as far as Atlas's history knows. */
  readonly appliedAt: string | undefined
  /** How far a run came that was interrupted between two statements; null where none was. */
  readonly partial: Pick<Progress, 'direction' | 'done' | 'total'> | null
  /** Whether it was only declared as applied. */
  readonly baseline: boolean
  /** The histories that know it. */
  readonly histories: readonly ('atlas' | 'supabase')[]
}

/** Every version of the folder and of the history, in text order. */
export function describeVersions(
  folder: MigrationFolder | undefined,
  history: History,
  { applied, partial }: Standing,
): VersionStatus[] {
  const names = new Map(folder?.migrations.map(({ version, name }) => [version, name]))
  const done = new Set([...appliedVersions(history), ...applied.map(({ version }) => version)])
  const known = new Set([...names.keys(), ...done])
  if (partial?.direction === 'up') done.delete(partial.version)
  return [...known].toSorted().map((version) => {
    const recorded = recordedName(history, version)
    const name = names.get(version)
    return {
      version,
      name: name ?? recorded ?? '',
      inFolder: folder === undefined ? null : name !== undefined,
      recordedAs: otherName(name, recorded),
      ...describeVersion(version, history, done.has(version)),
      partial: partial?.version === version ? pickProgress(partial) : null,
    }
  })
}

function otherName(name: string | undefined, recorded: string | undefined): string | null {
  return name === undefined || recorded === undefined || recorded === name ? null : recorded
}

function pickProgress({ direction, done, total }: Progress): VersionStatus['partial'] {
  return { direction, done, total }
}

function describeVersion(
  version: string,
  { atlas, supabase }: History,
  applied: boolean,
): Pick<VersionStatus, 'applied' | 'appliedAt' | 'baseline' | 'histories'> {
  const revision = atlas?.find((row) => row.version === version)
  const histories = [
    ...(revision === undefined ? [] : ['atlas' as const]),
    ...(supabase?.some((row) => row.version === version) === true ? ['supabase' as const] : []),
  ]
  // What Atlas declares by a later baseline has no row.
  const baseline =
    revision === undefined ? histories.length === 0 : hasFlag(revision, revisionType.baseline)
  return {
    applied,
    appliedAt: revision?.executedAt,
    baseline: applied && baseline,
    histories,
  }
}
