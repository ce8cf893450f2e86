import { UserError } from '../../errors.ts'
import type { Migration, MigrationFolder } from '../../files/migrations.ts'
import { appliedVersions, baselineVersion } from './history.ts'
import type { History } from './history.ts'
import { seeSquashed } from './squashed.ts'
import type { Squashed } from './squashed.ts'
import { findMismatch } from './mismatch.ts'
import { partialVersion } from './file-progress.ts'
import type { PartialVersion } from './file-progress.ts'

/** What a database has of a folder of migrations; both lists in the folder's order. */
export interface Standing {
  readonly applied: readonly Migration[]
  readonly pending: readonly Migration[]
  /** Applied versions that only one of the histories knows, to be recorded in the other. */
  readonly unrecorded: readonly Migration[]
  /** Migrations that replace others which the database has, to be recorded in their place. */
  readonly squashed?: readonly Squashed[]
  /** The version of which a part was applied, or rolled back, statement by statement. */
  readonly partial?: PartialVersion
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
export function seeStanding(folder: MigrationFolder, recorded: History): SeenStanding {
  const { history, squashed, mismatch: other } = seeSquashed(folder, recorded)
  const versions = new Set(appliedVersions(history))
  const start = baselineVersion(history)
  const partial = partialVersion(history)
  // It is applied when the last of its statements is.
  if (partial?.direction === 'up') versions.delete(partial.version)
  const isApplied = ({ version }: Migration): boolean => versions.has(version) || version < start
  const applied = folder.migrations.filter(isApplied)
  const pending = folder.migrations.filter((migration) => !isApplied(migration))
  const mismatch = other ?? findMismatch({ folder, history, applied, pending })
  const unrecorded = findUnrecorded(applied, history)
  return {
    applied,
    pending,
    unrecorded,
    mismatch,
    ...(partial && { partial }),
    ...(squashed.length > 0 && { squashed }),
  }
}

/**
 * The pending migrations up to `target`, or all. Throws UserError when the folder has no such version, or where a
 * rollback was interrupted.
 */
export function decideApply(
  { applied, pending, partial }: Standing,
  target: string | undefined,
  environment: string,
): readonly Migration[] {
  if (partial?.direction === 'down') {
    const before = applied.findLast(({ version }) => version < partial.version)?.version ?? 'none'
    throw new UserError(
      `version ${partial.version} is being rolled back: ${countOf(partial)} of its down file are done. ` +
        `Finish that first: npm run rollback ${environment} ${before}`,
    )
  }
  if (target === undefined) return pending
  refuseUnknownTarget([...applied, ...pending], target)
  const last = pending.findIndex(({ version }) => version === target)
  return pending.slice(0, last + 1)
}

/**
 * The migrations to roll back, newest first: all above `target`, which stays; `none` is all of them. Throws
 * UserError when the target is not applied, a down file is missing, or a file was applied in part.
 */
export function decideRollback(
  { applied, partial }: Standing,
  target: string,
  environment: string,
): readonly Migration[] {
  if (partial?.direction === 'up') {
    throw new UserError(
      `version ${partial.version} is applied in part: ${countOf(partial)} are done. Its down file is for all of it. ` +
        `Finish it first: npm run apply ${environment} ${partial.version}. What is not done of it yet may be changed in the file.`,
    )
  }
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
  if (stuck.isRecorded === true) {
    throw new UserError(
      `${stuck.file}: this checkout lacks it, and no down file was recorded when it was applied. ` +
        `Roll it back from a checkout that has it with its down file, or roll back only to version ${stuck.version}.`,
    )
  }
  throw new UserError(
    `${stuck.path}: it has no down file. Write down/${stuck.file}, or have it planned (npm run prove ${stuck.version} -- --write-down), ` +
      `or roll back only to version ${stuck.version}.`,
  )
}

function countOf({ done, total }: PartialVersion): string {
  return `${String(done)} of the ${String(total)} statements`
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
    ({ version, isRecorded }) =>
      isRecorded !== true && (!inAtlas.has(version) || inSupabase?.has(version) === false),
  )
}
