import { UserError } from '../errors.ts'
import type { Migration, MigrationFolder } from '../files/migrations.ts'
import { appliedVersions, baselineVersion, hasFlag, revisionType } from './history.ts'
import type { History } from './history.ts'

/** Where a database stands in a folder of migrations; both lists in the folder's order. */
export interface Standing {
  readonly applied: readonly Migration[]
  readonly pending: readonly Migration[]
  /** Applied versions that only one of the histories knows, to be recorded in the other. */
  readonly unrecorded: readonly Migration[]
}

/**
 * Compares a folder with a history. Throws UserError when they do not belong together: a version that the
 * folder lacks, a file that stopped half way, a hole in the sequence, an applied file that was edited.
 */
export function findStanding(folder: MigrationFolder, history: History): Standing {
  const versions = new Set(appliedVersions(history))
  refuseUnknownVersions(folder, versions)
  refuseHalfApplied(history)
  const start = baselineVersion(history)
  const isApplied = ({ version }: Migration): boolean => versions.has(version) || version < start
  const applied = folder.migrations.filter(isApplied)
  const pending = folder.migrations.filter((migration) => !isApplied(migration))
  // A file that came in between changes the hashes of those behind it, which nobody has edited.
  refuseHoles(applied, pending)
  refuseEdited(folder, history)
  return { applied, pending, unrecorded: findUnrecorded(applied, history) }
}

/** The pending migrations up to `target`, or all. Throws UserError when the folder has no such version. */
export function decideApply(
  { applied, pending }: Standing,
  target: string | undefined,
): readonly Migration[] {
  if (target === undefined) return pending
  refuseUnknownTarget([...applied, ...pending], target)
  const last = pending.findIndex(({ version }) => version === target)
  return pending.slice(0, last + 1)
}

/**
 * The migrations to take back, newest first: all above `target`, which stays; `none` takes all back.
 * Throws UserError when the target is not applied or a way back is missing.
 */
export function decideRollback({ applied }: Standing, target: string): readonly Migration[] {
  const index = applied.findIndex(({ version }) => version === target)
  if (target !== 'none' && index < 0) {
    const known = applied.map(({ version }) => version).join(', ')
    throw new UserError(
      `version ${target} is not applied, so nothing can be rolled back to it. Applied: ${known || 'none'}.`,
    )
  }
  const undone = applied.slice(index + 1).toReversed()
  const stuck = undone.find(({ down }) => down === undefined)
  if (stuck === undefined) return undone
  throw new UserError(
    `${stuck.path}: it has no way back. Write down/${stuck.file} beside it, or roll back only to version ${stuck.version}.`,
  )
}

function refuseUnknownVersions(
  { path, migrations }: MigrationFolder,
  versions: ReadonlySet<string>,
): void {
  const known = new Set(migrations.map(({ version }) => version))
  const unknown = [...versions].filter((version) => !known.has(version))
  if (unknown.length === 0) return
  throw new UserError(
    `the database's history has ${unknown.length === 1 ? 'a version' : 'versions'} that ${path} lacks: ${unknown.join(', ')}. ` +
      'Is this checkout older than the database? Update it, or bring the missing files back.',
  )
}

function refuseHalfApplied({ atlas = [] }: History): void {
  // `atlas migrate set` marks a version as resolved by hand and leaves its error and its counts as they were.
  const half = atlas.find(
    (revision) =>
      (revision.error !== null || revision.applied < revision.total) &&
      !hasFlag(revision, revisionType.resolved),
  )
  if (half === undefined) return
  throw new UserError(
    `version ${half.version} stopped after ${String(half.applied)} of ${String(half.total)} statements` +
      `${half.error === null ? '' : `: ${half.error}`}. Finish or undo it with the tool that began it.`,
  )
}

function refuseEdited({ migrations }: MigrationFolder, { atlas = [] }: History): void {
  // Atlas's own baselines have no hash.
  const hashes = new Map(
    atlas.flatMap(({ version, hash }) => (hash === '' ? [] : [[version, hash]])),
  )
  // Each hash covers the files before it too: the first that differs is the one that was edited.
  const edited = migrations.find(({ version, hash }) => (hashes.get(version) ?? hash) !== hash)
  if (edited === undefined) return
  throw new UserError(
    `${edited.path}: edited after it was applied. Restore it (git checkout), and bring the change as a new migration.`,
  )
}

function refuseHoles(applied: readonly Migration[], pending: readonly Migration[]): void {
  const newest = applied.at(-1)
  const hole = pending.find(({ file }) => newest !== undefined && file < newest.file)
  if (hole === undefined || newest === undefined) return
  throw new UserError(
    `${hole.path}: not applied, but the newer ${newest.file} is. Give it a version above ${newest.version}, then run: npm run hash`,
  )
}

function refuseUnknownTarget(migrations: readonly Migration[], target: string): void {
  if (migrations.some(({ version }) => version === target)) return
  const known = migrations.map(({ version }) => version).join(', ')
  throw new UserError(`version ${target}: no such migration. There are: ${known || 'none'}.`)
}

function findUnrecorded(
  applied: readonly Migration[],
  { atlas, supabase }: History,
): readonly Migration[] {
  const inAtlas = new Set(atlas?.map(({ version }) => version))
  const inSupabase = supabase && new Set(supabase)
  return applied.filter(
    ({ version }) => !inAtlas.has(version) || inSupabase?.has(version) === false,
  )
}
