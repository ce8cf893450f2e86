import { join, relative } from 'node:path'
import type { Squashed, SealedMigration } from '../deploy/history/squashed.ts'
import { UserError } from '../errors.ts'
import { renderSeal, sealFiles } from '../files/checksum.ts'
import type { Context } from '../files/context.ts'
import { checkSeal, sealedFiles } from '../files/migrations.ts'
import type { Migration, MigrationFolder, NamedVersion } from '../files/migrations.ts'
import { placeFiles } from '../files/place-files.ts'
import { loadProjectFiles } from '../planning/project-states.ts'
import { findDataSteps, withoutSteps } from '../planning/squash/data-steps.ts'
import type { DataStep } from '../planning/squash/data-steps.ts'
import { newestOf, planSquash } from '../planning/squash/plan-squash.ts'
import type { SquashTexts } from '../planning/squash/plan-squash.ts'
import { proveSquash } from '../planning/squash/prove-squash.ts'
import { refuseCi } from '../targets/ask-environments.ts'
import { withWorkbench } from '../workbench/workbench.ts'

/** What `squash --json` prints; docs/operating.md explains it. Every key is always there. */
export interface SquashResult extends NamedVersion {
  /** The migrations in whose place it is, oldest first. */
  readonly replaces: readonly NamedVersion[]
  /** The statements that are kept as they were written, with where they are from. */
  readonly dataSteps: readonly DataStep[]
  /** The files that were written and removed, from the project's root, without atlas.sum. */
  readonly files: readonly string[]
  readonly removed: readonly string[]
  /** What is to be known of it, a sentence each. */
  readonly notes: readonly string[]
  /** What tells the Supabase CLI of it, for databases that only the CLI migrates. */
  readonly repair: readonly string[]
}

/** What is not kept. */
export interface SquashOptions {
  /** Statements on rows that are left out, as `004:12`: version and line. What is made must be the same without them. */
  readonly leaveOut?: readonly string[]
}

/**
 * Writes one migration in the place of all up to a version. It is planned from nothing to what they make, and proved equal
 * by a replay of both, with its down file. What works on rows is kept as it was written, and named. Throws UserError for
 * whatever a person can fix; the files are as they were then.
 */
export async function squashCommand(
  context: Context,
  version: string,
  { leaveOut = [] }: SquashOptions = {},
): Promise<SquashResult> {
  refuseCi(context, 'squash')
  const { project } = context
  const files = await loadProjectFiles(project)
  await checkSeal(files.folder)
  const replaced = chooseReplaced(files.folder, version)
  const head = headOf(files.folder, replaced)
  const steps = withoutSteps(await findDataSteps(replaced), leaveOut)
  const { squashed, notes } = await withWorkbench(context, async (workbench) => {
    const task = { files, replaced, head, steps }
    const made = migrationOf(files.folder, version, await planSquash(workbench, context, task))
    context.talk.step('replaying both, to compare what they make')
    return { squashed: made, notes: await proveSquash(workbench, task, made) }
  })
  const { written, removed } = place(files.folder, replaced, squashed)
  return {
    version,
    name: squashed.name,
    replaces: replaced.map(({ version: each, name }) => ({ version: each, name })),
    dataSteps: steps,
    files: written.map((path) => relative(project.root, path)),
    removed: removed.map((path) => relative(project.root, path)),
    notes,
    repair: repairOf(replaced),
  }
}

function chooseReplaced({ path, migrations }: MigrationFolder, version: string): Migration[] {
  const at = migrations.findIndex((migration) => migration.version === version)
  if (at === -1) {
    const known = migrations.map((migration) => migration.version).join(', ')
    throw new UserError(`${version}: no such version in ${path}. There are: ${known || 'none'}.`)
  }
  if (at === 0)
    throw new UserError(`${version}: is the first migration, so there is nothing to squash.`)
  return migrations.slice(0, at + 1)
}

function headOf(
  { migrations }: MigrationFolder,
  replaced: readonly Migration[],
): Omit<Squashed, 'migration'> {
  return {
    replaces: replaced.map(sealedOf),
    behind: migrations.slice(replaced.length).map(sealedOf),
  }
}

function sealedOf({ file, version, name, hash }: Migration): SealedMigration {
  return { file, version, name, hash }
}

const name = 'squashed'

function migrationOf({ path }: MigrationFolder, version: string, texts: SquashTexts): Migration {
  const file = `${version}_${name}.sql`
  const down = { path: join(path, 'down', file), text: texts.down }
  return { version, name, file, path: join(path, file), text: texts.up, hash: '', down }
}

interface Placed {
  readonly written: readonly string[]
  readonly removed: readonly string[]
}

function place(
  folder: MigrationFolder,
  replaced: readonly Migration[],
  { file, path, text, down }: Migration,
): Placed {
  const rest = folder.migrations.filter((migration) => !replaced.includes(migration))
  const seal = sealFiles([
    ...sealedFiles({ migrations: rest }),
    { name: file, bytes: Buffer.from(text, 'utf8') },
  ])
  const texts = [{ path, text }, ...(down === undefined ? [] : [down])]
  const old = replaced.flatMap((migration) => [
    migration.path,
    ...(migration.down === undefined ? [] : [migration.down.path]),
  ])
  const files = texts.map((each) => ({ ...each, replaces: old.includes(each.path) }))
  const written = texts.map((each) => each.path)
  const removed = old.filter((each) => !written.includes(each))
  const sealed = { path: join(folder.path, 'atlas.sum'), text: renderSeal(seal), replaces: true }
  placeFiles([...files, sealed], removed)
  return { written, removed }
}

/** The newest keeps its version, which the CLI knows already. */
function repairOf(replaced: readonly Migration[]): string[] {
  const { version } = newestOf(replaced)
  const others = replaced.slice(0, -1).map((migration) => migration.version)
  return [
    `supabase migration repair --status reverted ${others.join(' ')}`,
    `supabase migration repair --status applied ${version}`,
  ]
}
