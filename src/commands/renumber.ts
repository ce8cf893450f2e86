import { basename, join, relative } from 'node:path'
import { UserError } from '../errors.ts'
import { renderSeal, sealFiles } from '../files/checksum.ts'
import type { Context } from '../files/context.ts'
import { checkMergedSeal } from '../files/merged-seal.ts'
import { loadMergedMigrations, sealedFiles } from '../files/migrations.ts'
import type { Migration, MigrationFolder } from '../files/migrations.ts'
import { placeFiles } from '../files/place-files.ts'
import type { NewFile } from '../files/place-files.ts'
import { nextVersion } from '../plan/write/migration-files.ts'
import { renumberHead } from '../plan/write/renumber-head.ts'
import { askEnvironments, refuseCi } from '../targets/ask-environments.ts'
import type { Asked } from '../targets/ask-environments.ts'
import { afterTakingBack, checkTakeBack, takeBack } from '../planning/take-back.ts'
import type { TakenBack } from '../planning/take-back.ts'
import { versionNow } from '../planning/writing/write-migrations.ts'

/** What `renumber --json` prints; docs/planning.md explains it. Every key is always there. */
export interface RenumberResult extends Asked {
  /** `007_add_b`: version and name as they were, and as they are. */
  readonly from: string
  readonly to: string
  readonly version: string
  /** The files that were written, from the project's root, without atlas.sum. */
  readonly files: readonly string[]
  /** The local databases in which it was rolled back, with what was applied after it. */
  readonly takenBack: readonly TakenBack[]
  /** The migrations that still share their version with another one. */
  readonly doubled: readonly string[]
}

/**
 * Gives a migration the next free version, in the names of its files, in the comments at their heads and in atlas.sum:
 * what a merge of two branches with one version needs. No environment may have it; a local database that has it loses
 * it first. Throws UserError for whatever a person can fix; the files are as they were then.
 */
export async function renumberCommand(
  context: Context,
  word: string,
  { allowDataLoss }: { readonly allowDataLoss: boolean },
): Promise<RenumberResult> {
  refuseCi(context, 'renumber')
  const { root, folders } = context.project
  const folder = await loadMergedMigrations(folders.migrations)
  const migration = findMigration(folder, word)
  refuseNewest(folder, migration)
  await checkMergedSeal(folder, migration.file)
  const { holders, versions, ...asked } = await askEnvironments(context, migration, {
    instead: insteadOf(folder, migration),
  })
  const version = freeVersion(folder, versions)
  const request = { folder, migration, allowDataLoss }
  await checkTakeBack(context, holders, request)
  const takenBack = await takeBack(context, holders, request)
  const { files, seal, gone } = moveFiles(folder, migration, version)
  await afterTakingBack(takenBack, () => {
    placeFiles([...files, seal], gone)
  })
  return {
    from: stemOf(migration),
    to: stemOf({ ...migration, version }),
    version,
    files: files.map(({ path }) => relative(root, path)),
    ...asked,
    takenBack,
    doubled: findDoubled(folder.migrations.filter((each) => each !== migration)),
  }
}

/** The migration that somebody names: by version and name, by its file, or by a version that no other has. */
function findMigration({ path, migrations }: MigrationFolder, word: string): Migration {
  const wanted = basename(word, '.sql')
  const found = migrations.filter((each) => stemOf(each) === wanted || each.version === wanted)
  const [first, ...more] = found
  if (first !== undefined && more.length === 0) return first
  const list = (found.length > 0 ? found : migrations).map(stemOf).join(', ')
  throw new UserError(
    found.length > 0
      ? `${word}: which of them? Name one: ${list}.`
      : `${word}: no such migration in ${path}. There are: ${list || 'none'}.`,
  )
}

function refuseNewest({ migrations }: MigrationFolder, migration: Migration): void {
  const isShared = rivalsOf(migrations, migration).length > 0
  if (isShared || migrations.at(-1) !== migration) return
  throw new UserError(
    `${stemOf(migration)}: it is already the newest, and its version is unique. There is nothing to renumber.`,
  )
}

function insteadOf({ migrations }: MigrationFolder, migration: Migration): string {
  const rivals = rivalsOf(migrations, migration).map(stemOf)
  return rivals.length === 0
    ? 'write the change as another migration'
    : `renumber ${rivals.join(' or ')}, if no database has applied that`
}

function rivalsOf(migrations: readonly Migration[], migration: Migration): Migration[] {
  return migrations.filter(
    (each) => each.version === migration.version && each.file !== migration.file,
  )
}

/** The next version that neither the folder nor one of the databases that were asked has. */
function freeVersion({ migrations }: MigrationFolder, taken: ReadonlySet<string>): string {
  let version = nextVersion(migrations.at(-1)?.version, versionNow())
  while (taken.has(version)) version = nextVersion(version, '')
  return version
}

interface Move {
  readonly files: readonly NewFile[]
  readonly seal: NewFile
  readonly gone: readonly string[]
}

function moveFiles(folder: MigrationFolder, migration: Migration, version: string): Move {
  const { path, text, down, file } = migration
  const name = `${stemOf({ ...migration, version })}.sql`
  const renumbered = renumberHead(text, migration, version)
  const others = sealedFiles(folder).filter((each) => each.name !== file)
  const sealed = sealFiles([...others, { name, bytes: Buffer.from(renumbered, 'utf8') }])
  const files = [
    { path: join(folder.path, name), text: renumbered },
    ...(down === undefined
      ? []
      : [
          {
            path: join(folder.path, 'down', name),
            text: renumberHead(down.text, migration, version),
          },
        ]),
  ]
  return {
    files: files.map((each) => ({ ...each, replaces: false })),
    seal: { path: join(folder.path, 'atlas.sum'), text: renderSeal(sealed), replaces: true },
    gone: [path, ...(down === undefined ? [] : [down.path])],
  }
}

function findDoubled(migrations: readonly Migration[]): string[] {
  return migrations.filter((each) => rivalsOf(migrations, each).length > 0).map(stemOf)
}

function stemOf({ version, name }: Pick<Migration, 'version' | 'name'>): string {
  return `${version}_${name}`
}
