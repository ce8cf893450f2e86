import { join } from 'node:path'
import { UserError } from '../errors.ts'
import { refuseWrongBackfills } from '../sql/backfill/backfill.ts'
import { refusePsql } from '../sql/scan/psql-text.ts'
import { compareSeal, isUnsealed, parseSeal, renderSeal, sealFiles } from './checksum.ts'
import type { Seal, SealDifference, SealedFile } from './checksum.ts'
import { listFolder } from './list-folder.ts'
import { decodeText, loadIfThere } from './read-text.ts'

/** A migration by its version and name. */
export interface NamedVersion {
  readonly version: string
  readonly name: string
}

/** One migration: `<version>_<name>.sql` and the file that takes it back. */
export interface Migration {
  readonly version: string
  readonly name: string
  /** The file's name in the folder, such as `001_initial_schema.sql`. */
  readonly file: string
  readonly path: string
  readonly text: string
  /** Its line in atlas.sum as the files are now, base64 without `h1:`. */
  readonly hash: string
  /** The down file, or undefined when the folder `down` has none. */
  readonly down: { readonly path: string; readonly text: string } | undefined
  /** Set where the folder has no such file, and it comes from the journal of a database. */
  readonly isRecorded?: true
  /** Why the journal has no text of it either: `text` is empty then, so it cannot be run or replayed. */
  readonly lacksText?: string
}

/** A folder of migrations, in byte order of their file names, with its seal as the files are now. */
export interface MigrationFolder {
  readonly path: string
  readonly migrations: readonly Migration[]
  readonly seal: Seal
}

const fileName = /^(?<version>\d+)_(?<name>[^/\p{Cc}]+)\.sql$/u

/**
 * Loads a folder of migrations. Throws UserError when the folder is not there, a `.sql` file's name has not the
 * form `<digits>_<name>.sql`, two files have one version, the versions are not in the order of their numbers, a
 * down file has no migration, or a file has what only psql knows or a wrong `-- @backfill`.
 */
export async function loadMigrations(folder: string): Promise<MigrationFolder> {
  const loaded = await loadMergedMigrations(folder)
  refuseSharedVersions(folder, loaded.migrations)
  return loaded
}

/** The same for a folder as a merge leaves it: several files may have one version. */
export async function loadMergedMigrations(folder: string): Promise<MigrationFolder> {
  const files = await loadFiles(folder)
  const seal = sealFiles(files)
  const hashes = new Map(seal.lines.map(({ name, hash }) => [name, hash]))
  const migrations = await Promise.all(
    files.map((file) => loadMigration(folder, file, hashes.get(file.name) ?? '')),
  )
  refuseOtherOrder(folder, migrations)
  await refuseOrphanedDownFiles(folder, migrations)
  return { path: folder, migrations, seal }
}

/**
 * Throws UserError unless atlas.sum in the folder matches every file. The message names the files that were edited,
 * added or removed since, and says what to do. Files that are `open` may be edited or new. Returns whether
 * atlas.sum matches them too.
 */
export async function checkSeal(
  folder: MigrationFolder,
  open: ReadonlySet<string> = new Set(),
): Promise<boolean> {
  const path = join(folder.path, 'atlas.sum')
  const bytes = await loadIfThere(path)
  if (bytes === undefined) {
    throw new UserError(
      `${path}: missing. It seals the migrations against edits. If the files are as reviewed, write it with: npm run hash`,
    )
  }
  const difference = compareSeal(parseSeal(decodeText(bytes, path), path), sealedFiles(folder))
  const all = describe(difference)
  const reasons = describe(without(difference, open))
  const totalWrong = all.length === 0 && renderSeal(folder.seal) !== bytes.toString('utf8')
  if (totalWrong) reasons.push('  its first line does not match the lines below it')
  if (reasons.length === 0) return all.length === 0
  throw new UserError(
    `${path}: the migrations differ from what was sealed:\n${reasons.join('\n')}\n` +
      'An applied migration is never edited: restore it and write a new one. If the change is intended, run: npm run hash',
  )
}

/** The files that atlas.sum has not as they are: edited since, or new. */
export async function loadUnsealed(folder: MigrationFolder): Promise<ReadonlySet<string>> {
  const path = join(folder.path, 'atlas.sum')
  const bytes = await loadIfThere(path)
  if (bytes === undefined) return new Set(folder.migrations.map(({ file }) => file))
  const { edited, added } = compareSeal(
    parseSeal(decodeText(bytes, path), path),
    sealedFiles(folder),
  )
  return new Set([...edited, ...added])
}

/** The files of a loaded folder as the seal sees them. */
export function sealedFiles({ migrations }: Pick<MigrationFolder, 'migrations'>): SealedFile[] {
  return migrations.map(({ file, text }) => ({
    name: file,
    bytes: Buffer.from(text, 'utf8'),
  }))
}

function without(
  { edited, added, missing }: SealDifference,
  open: ReadonlySet<string>,
): SealDifference {
  const isClosed = (name: string): boolean => !open.has(name)
  return { edited: edited.filter(isClosed), added: added.filter(isClosed), missing }
}

function describe({ edited, added, missing }: SealDifference): string[] {
  return [
    ...edited.map((name) => `  edited: ${name}`),
    ...missing.map((name) => `  missing: ${name}`),
    ...added.map((name) => `  not in atlas.sum: ${name}`),
  ]
}

async function loadFiles(folder: string): Promise<SealedFile[]> {
  const names = await listSql(folder)
  if (names === undefined) {
    throw new UserError(
      `${folder}: no such folder. It should hold the migrations <version>_<name>.sql.`,
    )
  }
  return Promise.all(names.map(async (name) => loadFile(folder, name)))
}

async function loadFile(folder: string, name: string): Promise<SealedFile> {
  const path = join(folder, name)
  const bytes = await loadIfThere(path)
  if (bytes === undefined) throw new UserError(`${path}: a link to a file that is not there.`)
  return { name, bytes }
}

async function loadMigration(folder: string, file: SealedFile, hash: string): Promise<Migration> {
  const path = join(folder, file.name)
  const groups = fileName.exec(file.name)?.groups
  if (groups?.['version'] === undefined || groups['name'] === undefined) {
    throw new UserError(
      `${path}: not a migration's name. Name it <version>_<name>.sql, such as 007_add_labels.sql.`,
    )
  }
  if (isUnsealed(file.bytes)) {
    throw new UserError(
      `${path}:1: atlas:sum ignore leaves the file out of atlas.sum, so an edit would go unnoticed. Remove it.`,
    )
  }
  const text = decodeText(file.bytes, path)
  refusePsql(text, path)
  await refuseWrongBackfills({ text, path })
  return {
    version: groups['version'],
    name: groups['name'],
    file: file.name,
    path,
    text,
    hash,
    down: await loadDown(join(folder, 'down', file.name)),
  }
}

async function loadDown(path: string): Promise<Migration['down']> {
  const bytes = await loadIfThere(path)
  if (bytes === undefined) return undefined
  const text = decodeText(bytes, path)
  refusePsql(text, path)
  await refuseWrongBackfills({ text, path })
  return { path, text }
}

function refuseSharedVersions(folder: string, migrations: readonly Migration[]): void {
  const seen = new Map<string, string>()
  for (const { version, file } of migrations) {
    const other = seen.get(version)
    if (other !== undefined) {
      throw new UserError(
        `${folder}: ${other} and ${file} have one version, ${version}. ` +
          `Renumber the one that no database has: npm run renumber ${stem(file)} (or ${stem(other)}).`,
      )
    }
    seen.set(version, file)
  }
}

function stem(file: string): string {
  return file.slice(0, -'.sql'.length)
}

/** Every tool applies files in text order, in which `10_b.sql` comes before `9_a.sql`. */
function refuseOtherOrder(folder: string, migrations: readonly Migration[]): void {
  const at = migrations.findIndex(({ version }, index) => {
    const before = migrations[index - 1]
    if (before === undefined || before.version === version) return false
    return BigInt(before.version) >= BigInt(version)
  })
  const [before, after] = [migrations[at - 1], migrations[at]]
  if (before === undefined || after === undefined) return
  throw new UserError(
    `${folder}: ${before.file} is applied before ${after.file} (tools sort versions as text), but its number is not smaller. ` +
      'Write versions with the same number of digits, such as 009 and 010.',
  )
}

async function refuseOrphanedDownFiles(
  folder: string,
  migrations: readonly Migration[],
): Promise<void> {
  const known = new Set(migrations.map(({ file }) => file))
  const orphan = ((await listSql(join(folder, 'down'))) ?? []).find((name) => !known.has(name))
  if (orphan === undefined) return
  throw new UserError(
    `${join(folder, 'down', orphan)}: there is no migration ${orphan} for this down file.`,
  )
}

/** The `.sql` files of a folder in byte order of their names, or undefined when it is not there. */
async function listSql(folder: string): Promise<string[] | undefined> {
  const entries = await listFolder(folder)
  return entries?.map(({ name }) => name).filter((name) => name.endsWith('.sql'))
}
