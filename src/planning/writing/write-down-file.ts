import { join, relative } from 'node:path'
import { parseTransactional } from '../../deploy/run/transaction.ts'
import { UserError } from '../../errors.ts'
import type { Context } from '../../files/context.ts'
import { keepMigrations } from '../../files/keep-migrations.ts'
import { checkSeal } from '../../files/migrations.ts'
import type { Migration, MigrationFolder } from '../../files/migrations.ts'
import { placeFiles } from '../../files/place-files.ts'
import { withWorkbench } from '../../workbench/workbench.ts'
import { proveDown } from '../plan-down.ts'
import { loadProjectFiles } from '../project-states.ts'
import type { DownPlan } from '../plan-down.ts'

/** What `prove --write-down --json` prints; docs/planning.md explains it. Every key is always there. */
export interface WriteDownResult extends Omit<DownPlan, 'text'> {
  /** The migration that has no down file, from the project's root. */
  readonly migration: string
  /** The files that were written, from the project's root: the down file, or none. */
  readonly files: readonly string[]
}

/**
 * Plans the down file that a migration lacks, such as one that Atlas wrote: from the state after it to the state before
 * it. Writes it when all of it is planned and proved; otherwise nothing. Throws UserError for a migration that has its
 * down file, for one that changes no object, and for a statement that fails.
 */
export async function writeDownCommand(
  context: Context,
  version: string | undefined,
): Promise<WriteDownResult> {
  const { project, talk } = context
  const { folder, schema } = await loadProjectFiles(project)
  const migration = choose(folder, version)
  await checkSeal(folder, new Set([migration.file]))
  await parseTransactional(migration)
  const { migrations } = folder
  const at = migrations.indexOf(migration)
  const path = join(folder.path, 'down', migration.file)
  const { text, ...planned } = await withWorkbench(context, async (workbench) =>
    proveDown(workbench, talk, {
      migration,
      schema,
      earlier: keepMigrations(folder, (each) => migrations.indexOf(each) < at),
      isNewest: migrations.at(-1) === migration,
      path,
    }),
  )
  if (planned.proved) placeFiles([{ path, text, replaces: false }])
  return {
    ...planned,
    migration: relative(project.root, migration.path),
    files: planned.proved ? [relative(project.root, path)] : [],
  }
}

/** The migration of that version; when none is named, the only one that has no down file. */
function choose({ path, migrations }: MigrationFolder, version: string | undefined): Migration {
  const lacking = migrations.filter(({ down }) => down === undefined)
  const [found, ...more] =
    version === undefined ? lacking : migrations.filter((each) => each.version === version)
  if (found === undefined) throw new UserError(whyNone(path, migrations, version))
  if (more.length > 0) {
    throw new UserError(
      `${path}: ${String(lacking.length)} migrations have no down file. Name the version of one: ` +
        `${lacking.map((each) => each.version).join(', ')}.`,
    )
  }
  if (found.down === undefined) return found
  throw new UserError(
    `${found.down.path}: already exists, and is not overwritten. Prove it with: npm run prove ${found.version}`,
  )
}

function whyNone(
  path: string,
  migrations: readonly Migration[],
  version: string | undefined,
): string {
  if (version === undefined) return `${path}: every migration has its down file.`
  const known = migrations.map((each) => each.version).join(', ')
  return `${version}: no such version in ${path}. There are: ${known || 'none'}.`
}
