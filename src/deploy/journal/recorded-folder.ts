import { UserError } from '../../errors.ts'
import type { Migration, MigrationFolder } from '../../files/migrations.ts'
import { appliedVersions, baselineVersion, recordedName } from '../history/history.ts'
import type { History } from '../history/history.ts'
import { seeSquashed } from '../history/squashed.ts'
import { hashOf } from './journaled-files.ts'
import type { JournaledFile } from './journaled-files.ts'

/** What a database recorded of the migrations that it has. */
export interface Recorded {
  readonly history: History
  readonly files: readonly JournaledFile[]
}

/** Whether a row of the journal is about this file: another tool may have applied another one since. */
export function isAbout({ name, upHash }: JournaledFile, migration: Migration): boolean {
  return name === migration.name && upHash === hashOf(migration.text)
}

/**
 * A folder of migrations as a rollback needs it: what the database has and the folder lacks, or has otherwise, comes from
 * the journal, with the down file that was recorded, and with its text where that is kept. What neither knows stays as it is: the mismatch is told.
 */
export function withRecorded(
  folder: MigrationFolder,
  { history, files }: Recorded,
): MigrationFolder {
  const recorded = { history: seeSquashed(folder, history).history, files }
  const applied = appliedVersions(recorded.history)
  const here = new Map(folder.migrations.map((migration) => [migration.version, migration]))
  const known = applied.flatMap((version) => findKnown(recorded, version, here.get(version)))
  const versions = new Set(applied)
  const newest = applied.at(-1) ?? ''
  const start = baselineVersion(history)
  // A file that came in between does not matter to what is rolled back, once each file is known by its own hash.
  const isWhole = known.every(({ version }) => findRow(recorded, version) !== undefined)
  const pending = folder.migrations.filter(
    ({ version }) => !versions.has(version) && !(isWhole && version < newest && version >= start),
  )
  return { ...folder, migrations: [...known, ...pending].toSorted(byFile) }
}

/** Throws UserError where a down file is another one than was recorded when its migration was applied. */
export function refuseOtherDowns(
  migrations: readonly Migration[],
  { files }: Recorded,
  environment: string,
): void {
  const other = migrations.find((migration) => {
    const recorded = findAbout(files, migration)?.downHash ?? null
    return recorded !== null && migration.down && hashOf(migration.down.text) !== recorded
  })
  if (other?.down === undefined) return
  const { version, down } = other
  throw new UserError(
    `${down.path}: is not the down file that was recorded when ${version} was applied. Nothing was changed. ` +
      `Restore it (git checkout). If the edit is meant, prove it and have it recorded: npm run prove ${version}, npm run resolve ${environment} ${version} applied`,
  )
}

/** The same migrations with the down files that were recorded, where there are any. */
export function withRecordedDowns(
  migrations: readonly Migration[],
  { files }: Recorded,
): Migration[] {
  return migrations.map((migration) => {
    const row = findAbout(files, migration)
    return row === undefined || row.down === null
      ? migration
      : { ...migration, down: downOf(row, row.down) }
  })
}

function findAbout(
  files: readonly JournaledFile[],
  migration: Migration,
): JournaledFile | undefined {
  return files.find((file) => file.version === migration.version && isAbout(file, migration))
}

/** The files of which neither the checkout nor the journal has the text, and why, in words; undefined where there are none. */
export function describeTextless(migrations: readonly Migration[]): string | undefined {
  const files = migrations.flatMap(({ file, lacksText }) =>
    lacksText === undefined ? [] : [`${file} (${lacksText})`],
  )
  return files.length === 0
    ? undefined
    : `this checkout lacks, or has otherwise, ${files.join(', ')}`
}

/** The migration of an applied version: the folder's own, or that of the journal, or none where nobody knows it. */
function findKnown(
  recorded: Recorded,
  version: string,
  here: Migration | undefined,
): Migration | [] {
  const row = findRow(recorded, version)
  if (row === undefined) return here ?? []
  const hash = atlasHash(recorded, version)
  const isHere = here !== undefined && (isAbout(row, here) || here.hash === hash)
  return isHere ? completeDown(here, row, hash) : recordedMigration(row, hash)
}

/** The journal's row about what is applied; undefined where it is about another file of that version. */
function findRow({ files, history }: Recorded, version: string): JournaledFile | undefined {
  const name = recordedName(history, version)
  return files.find((file) => file.version === version && file.name === (name ?? file.name))
}

function atlasHash({ history: { atlas = [] } }: Recorded, version: string): string {
  return atlas.find((row) => row.version === version)?.hash ?? ''
}

/** A hash in Atlas's history covers the files before it too, which may be others here. */
function completeDown(migration: Migration, row: JournaledFile, hash: string): Migration {
  const { down } = migration
  return {
    ...migration,
    hash: hash === '' ? migration.hash : hash,
    down: down ?? (row.down === null ? undefined : downOf(row, row.down)),
  }
}

function recordedMigration(row: JournaledFile, hash: string): Migration {
  const { version, name, up, down } = row
  const file = fileOf(row)
  const isText = up !== null && hashOf(up) === row.upHash
  return {
    version,
    name,
    file,
    path: `schema_journal.files: ${file}`,
    text: isText ? up : '',
    hash,
    down: down === null ? undefined : downOf(row, down),
    isRecorded: true,
    ...(!isText && { lacksText: up === null ? noText : otherText }),
  }
}

const noText = 'the journal has no text of it'

const otherText =
  'its text in the journal is not the one that was recorded: its SHA-256 is another one'

/** Throws UserError where the text is not the one whose hash was recorded with it. */
function downOf(
  row: JournaledFile,
  text: string,
): { readonly path: string; readonly text: string } {
  const path = `schema_journal.files: down/${fileOf(row)}`
  if (hashOf(text) === row.downHash) return { path, text }
  throw new UserError(
    `${path}: is not as it was recorded (its SHA-256 is another one): somebody edited it there. Nothing was changed. ` +
      `Roll back from a checkout that has ${fileOf(row)} with its down file.`,
  )
}

function fileOf({ version, name }: JournaledFile): string {
  return `${version}_${name}.sql`
}

function byFile(a: Migration, b: Migration): number {
  return Buffer.compare(Buffer.from(a.file), Buffer.from(b.file))
}
