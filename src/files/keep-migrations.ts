import { sealFiles } from './checksum.ts'
import { sealedFiles } from './migrations.ts'
import type { Migration, MigrationFolder } from './migrations.ts'

/** The migrations of a folder that are wanted, sealed as if the others were not there. */
export function keepMigrations(
  { path, migrations }: MigrationFolder,
  isWanted: (migration: Migration) => boolean,
): MigrationFolder {
  const kept = migrations.filter(isWanted)
  const seal = sealFiles(sealedFiles({ migrations: kept }))
  const hashes = new Map(seal.lines.map(({ name, hash }) => [name, hash]))
  return {
    path,
    migrations: kept.map((migration) => ({
      ...migration,
      hash: hashes.get(migration.file) ?? '',
    })),
    seal,
  }
}
