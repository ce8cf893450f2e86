import type { Migration, MigrationFolder } from '../../files/migrations.ts'
import { appliedVersions, baselineVersion, recordedName, revisionType } from './history.ts'
import type { History, Revision, SupabaseVersion } from './history.ts'

/** A file of a folder as atlas.sum had it: its line there, without `h1:`. */
export interface SealedMigration {
  readonly file: string
  readonly version: string
  readonly name: string
  readonly hash: string
}

/** A migration that takes the place of others, as the lines at its head say. */
export interface Squashed {
  readonly migration: Migration
  /** The files in whose place it is, oldest first; the newest has its version. */
  readonly replaces: readonly SealedMigration[]
  /** The files behind it when it was made, whose lines in atlas.sum cover those before them. */
  readonly behind: readonly SealedMigration[]
}

/** A history as it is once what was squashed is recorded. */
export interface SquashedHistory {
  readonly history: History
  /** What is to be recorded for that. */
  readonly squashed: readonly Squashed[]
  /** Why it cannot be; undefined where it can. */
  readonly mismatch: string | undefined
}

/** The lines that say at the head of a migration what it replaces. */
export function squashHead({ replaces, behind }: Omit<Squashed, 'migration'>): string {
  const range = [replaces.at(0)?.version, replaces.at(-1)?.version].join('…')
  return [
    `-- replaces: ${range}`,
    ...replaces.map(({ file, hash }) => `-- replaced: ${file} h1:${hash}`),
    ...behind.map(({ file, hash }) => `-- behind: ${file} h1:${hash}`),
    '',
  ].join('\n')
}

/** What a migration replaces; undefined where it replaces nothing. */
function parseSquashed(migration: Migration): Squashed | undefined {
  if (!migration.text.startsWith('-- replaces: ')) return undefined
  const end = migration.text.search(/^(?!--)/m)
  const lines = migration.text.slice(0, end === -1 ? undefined : end).split('\n')
  return { migration, replaces: parseLines(lines, 'replaced'), behind: parseLines(lines, 'behind') }
}

function parseLines(lines: readonly string[], word: string): SealedMigration[] {
  return lines.flatMap((line) => {
    const found = /^-- (\w+): ((\d+)_(.+)\.sql) h1:(\S+)$/.exec(line)
    const [, said, file = '', version = '', name = '', hash = ''] = found ?? []
    return said === word ? [{ file, version, name, hash }] : []
  })
}

/** Sees a history as it is once a database that has all that was squashed has recorded that. */
export function seeSquashed({ migrations }: MigrationFolder, history: History): SquashedHistory {
  let seen: SquashedHistory = { history, squashed: [], mismatch: undefined }
  for (const migration of migrations) {
    const squashed = parseSquashed(migration)
    if (squashed !== undefined) seen = seeOne(seen, squashed, migrations)
  }
  return seen
}

function seeOne(
  seen: SquashedHistory,
  squashed: Squashed,
  migrations: readonly Migration[],
): SquashedHistory {
  const { history } = seen
  const { migration, replaces } = squashed
  const start = baselineVersion(history)
  const isRecorded = recordedName(history, migration.version) === migration.name
  // What Atlas declares by a later baseline has no rows to replace.
  if (isRecorded || migration.version < start) return seen
  const versions = new Set(appliedVersions(history))
  const has = replaces.filter(({ version }) => versions.has(version) || version < start)
  if (has.length === 0) return seen
  const mismatch =
    has.length < replaces.length ? partSentence(squashed, has) : findOther(squashed, history)
  if (mismatch !== undefined) return { ...seen, mismatch: seen.mismatch ?? mismatch }
  return {
    ...seen,
    history: replaceRows(history, squashed, migrations),
    squashed: [...seen.squashed, squashed],
  }
}

function partSentence(
  { migration: { path, file }, replaces }: Squashed,
  has: readonly SealedMigration[],
): string {
  const lacks = replaces.filter((each) => !has.includes(each))
  const newest = replaces.at(-1)
  return (
    `${path}: replaces ${rangeOf(replaces)}, of which the database has ${namesOf(has)} only. ` +
    `Apply up to ${newest?.version ?? ''} with the last checkout that has ${namesOf(lacks)}, then apply from here. ` +
    `That is the commit before: git log -1 --diff-filter=A --format=%h -- migrations/${file}`
  )
}

function findOther({ migration, replaces }: Squashed, history: History): string | undefined {
  const other = replaces.find(({ version, name, hash }) => {
    const row = history.atlas?.find((each) => each.version === version)
    const isNamed = (recordedName(history, version) ?? name) === name
    return !isNamed || ((row?.hash ?? '') !== '' && row?.hash !== hash)
  })
  if (other === undefined) return undefined
  const recorded = recordedName(history, other.version) ?? other.name
  return (
    `${migration.path}: replaces ${other.file}, and the database has another ${other.version} (${recorded}): ` +
    `it was renamed, or edited, or is of another branch. Bring the database to what ${other.file} makes from a checkout that has it.`
  )
}

function rangeOf(replaces: readonly SealedMigration[]): string {
  return [replaces.at(0)?.version, replaces.at(-1)?.version].join('…')
}

function namesOf(migrations: readonly SealedMigration[]): string {
  return migrations.map(({ version }) => version).join(', ')
}

function replaceRows(
  { atlas, supabase }: History,
  { migration, replaces, behind }: Squashed,
  migrations: readonly Migration[],
): History {
  const gone = new Set(replaces.map(({ version }) => version))
  const { version, name, hash } = migration
  const stays = (row: { readonly version: string }): boolean => !gone.has(row.version)
  const last = atlas?.findLast((row) => gone.has(row.version))
  const row: Revision = {
    version,
    description: name,
    type: revisionType.resolved,
    applied: 1,
    total: 1,
    error: null,
    errorStatement: null,
    hash,
    partialHashes: [],
    operator: last?.operator ?? '',
    executedAt: last?.executedAt ?? '',
  }
  const rehashed = (each: Revision): Revision => ({
    ...each,
    hash: newHash(each, { behind, migrations }),
  })
  return {
    atlas: atlas && [...atlas.filter(stays).map(rehashed), row].toSorted(byVersion),
    supabase: supabase && [...supabase.filter(stays), { version, name }].toSorted(byVersion),
  }
}

/** A file behind it is the same, and its line in atlas.sum is another one. */
function newHash(
  { version, hash }: Revision,
  { behind, migrations }: Pick<Squashed, 'behind'> & { readonly migrations: readonly Migration[] },
): string {
  const was = behind.find((each) => each.version === version)
  const now = migrations.find((each) => each.version === version)
  return was !== undefined && now !== undefined && was.hash === hash ? now.hash : hash
}

function byVersion(a: SupabaseVersion | Revision, b: SupabaseVersion | Revision): number {
  return a.version < b.version ? -1 : 1
}
