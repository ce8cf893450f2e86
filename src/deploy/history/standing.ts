import { UserError } from '../../errors.ts'
import type { Migration, MigrationFolder } from '../../files/migrations.ts'
import { appliedVersions, baselineVersion } from './history.ts'
import type { History } from './history.ts'
import { findMismatch } from './mismatch.ts'

/** What a database has of a folder of migrations; both lists in the folder's order. */
export interface Standing {
  readonly applied: readonly Migration[]
  readonly pending: readonly Migration[]
  /** Applied versions that only one of the histories knows, to be recorded in the other. */
  readonly unrecorded: readonly Migration[]
}

/** The same, with what speaks against going on from there. */
export interface SeenStanding extends Standing {
  /** How folder and history do not belong together, and what to do; undefined when they do. */
  readonly mismatch: string | undefined
}

/**
 * Compares a folder with a history. They do not match when the history has a version that the folder lacks or names
 * otherwise, an incomplete file, a gap in the sequence, or an applied file that was edited.
 */
export function seeStanding(folder: MigrationFolder, history: History): SeenStanding {
  const versions = new Set(appliedVersions(history))
  const start = baselineVersion(history)
  const isApplied = ({ version }: Migration): boolean => versions.has(version) || version < start
  const applied = folder.migrations.filter(isApplied)
  const pending = folder.migrations.filter((migration) => !isApplied(migration))
  const mismatch = findMismatch({ folder, history, applied, pending })
  return { applied, pending, unrecorded: findUnrecorded(applied, history), mismatch }
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
 * The migrations to roll back, newest first: all above `target`, which stays; `none` is all of them. Throws
 * UserError when the target is not applied or a down file is missing.
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
    `${stuck.path}: it has no down file. Write down/${stuck.file}, or have it planned (npm run prove ${stuck.version} -- --write-down), ` +
      `or roll back only to version ${stuck.version}.`,
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
  const inSupabase = supabase && new Set(supabase.map(({ version }) => version))
  return applied.filter(
    ({ version }) => !inAtlas.has(version) || inSupabase?.has(version) === false,
  )
}
