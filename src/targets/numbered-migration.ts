import type { Migration } from '../files/migrations.ts'

/** A migration and its place among those that a command runs: `003_add_x.sql (1 of 4)`. */
export function numberedMigration(migration: Migration, all: readonly Migration[]): string {
  return `${migration.file} (${String(all.indexOf(migration) + 1)} of ${String(all.length)})`
}
