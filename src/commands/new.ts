import { relative } from 'node:path'
import { checkSeal, loadMigrations } from '../files/migrations.ts'
import type { Project } from '../files/project.ts'
import { writeMigrations } from '../planning/writing/write-migrations.ts'

/** The pair of files that was made. */
export interface NewResult {
  /** The files that were written, from the project's root. */
  readonly files: readonly string[]
}

/**
 * Writes an empty migration with the next version, its down file and atlas.sum: for steps that change rows. Throws
 * UserError when the name cannot be used, or the folder is not as it was sealed.
 */
export async function newCommand(
  { project }: { readonly project: Project },
  name: string,
): Promise<NewResult> {
  const folder = await loadMigrations(project.folders.migrations)
  await checkSeal(folder)
  const files = writeMigrations(project, folder, { name, stages: [empty] })
  return { files: files.map((path) => relative(project.root, path)) }
}

/** Steps that people write are not known yet. */
const empty = {
  up: { statements: [] },
  upText: '',
  down: { statements: [] },
  downText: '',
}
