import type { Migration, MigrationFolder } from '../files/migrations.ts'
import { hashParts } from '../files/read-tree.ts'
import type { Content, DefaultPrivileges } from '../workbench/load/content.ts'
import { withScratch } from '../workbench/scratch/scratch.ts'
import type { Scratch } from '../workbench/scratch/scratch.ts'
import type { UseWorkbench, Workbench } from '../workbench/server/server.ts'

/** The migrations of a folder that a database has, in their order, as its histories say. */
export interface AppliedHistory {
  readonly folder: MigrationFolder
  readonly applied: readonly Migration[]
  /** Which default privileges new objects got; those of today unless told. */
  readonly mode?: DefaultPrivileges
}

/** What exactly these migrations make: named by their bytes, whatever else the folder has. */
export function replayOf({ folder, applied, mode = 'today' }: AppliedHistory): Content {
  return { kind: 'migrations', mode, folder: { ...folder, migrations: applied } }
}

/** What it is known by: its bytes. */
export function keyOf({ applied, mode = 'today' }: AppliedHistory): string {
  return hashParts([mode, ...applied.flatMap(({ file, text }) => [file, text])])
}

/**
 * Hands over a scratch database that is what the applied migrations of a history make, to be looked at or changed. It is
 * cloned from a template that is kept by the bytes of these files. Throws UserError for a file that cannot be run.
 */
export async function withReplayedHistory<T>(
  useWorkbench: UseWorkbench,
  history: AppliedHistory,
  use: (scratch: Scratch, workbench: Workbench) => Promise<T>,
): Promise<T> {
  return useWorkbench(async (workbench) =>
    withScratch(workbench, replayOf(history), async (scratch) => use(scratch, workbench)),
  )
}
