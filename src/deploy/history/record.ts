import { sql } from '../../postgres/connect.ts'
import type { Queryable } from '../../postgres/connect.ts'
import type { Migration } from '../../files/migrations.ts'
import { splitStatements } from '../../sql/scan/split.ts'
import type { Statement } from '../../sql/scan/split.ts'
import type { History } from './history.ts'

/** What a history row says besides the migration. */
export interface RevisionDetails {
  readonly type: number
  /** How long the statements took, in milliseconds. */
  readonly milliseconds: number
  /** Who wrote the row, such as `my-database 1.2.0`. */
  readonly operator: string
}

/** What is recorded, and where; the migration is taken apart here unless that is done already. */
interface MigrationRecord {
  readonly details: RevisionDetails
  readonly history: History
  readonly statements?: readonly Statement[]
}

/** Records a migration in Atlas's history and, where that exists, in the Supabase CLI's. Rows that are there stay. */
export async function recordMigration(
  db: Queryable,
  migration: Migration,
  { details, history, ...known }: MigrationRecord,
): Promise<void> {
  const statements = known.statements ?? (await splitStatements(migration.text, migration.path))
  await insertRevision(db, migration, { details, total: statements.length })
  if (history.supabase !== undefined) await insertSupabaseVersion(db, migration, statements)
}

/** Takes a version out of both histories. */
export async function removeVersion(
  db: Queryable,
  version: string,
  history: History,
): Promise<void> {
  if (history.atlas !== undefined) {
    await db.query(sql`
      delete from atlas_schema_revisions.atlas_schema_revisions
      where version = ${version}
    `)
  }
  if (history.supabase !== undefined) {
    await db.query(sql`
      delete from supabase_migrations.schema_migrations
      where version = ${version}
    `)
  }
}

async function insertRevision(
  db: Queryable,
  migration: Migration,
  { details, total }: { readonly details: RevisionDetails; readonly total: number },
): Promise<void> {
  // Atlas counts the time in nanoseconds.
  const nanoseconds = Math.round(details.milliseconds * 1_000_000)
  await db.query(sql`
    insert into atlas_schema_revisions.atlas_schema_revisions
      (version, description, type, applied, total, executed_at, execution_time, hash, operator_version)
    values (
      ${migration.version},
      ${migration.name},
      ${details.type},
      ${total},
      ${total},
      pg_catalog.clock_timestamp(),
      ${nanoseconds},
      ${migration.hash},
      ${details.operator}
    )
    on conflict (version) do nothing
  `)
}

async function insertSupabaseVersion(
  db: Queryable,
  migration: Migration,
  statements: readonly Statement[],
): Promise<void> {
  const texts = statements.map(({ leading, text }) =>
    leading === '' ? text : `${leading}\n${text}`,
  )
  await db.query(sql`
    insert into supabase_migrations.schema_migrations (version, statements, name)
    values (${migration.version}, ${texts}, ${migration.name})
    on conflict (version) do nothing
  `)
}
