import type { Migration } from '../../files/migrations.ts'
import { sql } from '../../postgres/connect.ts'
import type { Queryable } from '../../postgres/connect.ts'
import { splitStatements } from '../../sql/scan/split.ts'
import { revisionType } from './history.ts'
import type { History } from './history.ts'
import { prepareHistory } from './history-tables.ts'
import { recordMigration } from './record.ts'

/**
 * Marks a version as applied in every history, by Atlas's flag for what was set by hand. A row that says that the file
 * stopped half way says that it is whole. A row of a file that is whole stays as it is.
 */
export async function markApplied(
  db: Queryable,
  migration: Migration,
  { history, operator }: { readonly history: History; readonly operator: string },
): Promise<void> {
  const statements = await splitStatements(migration.text, migration.path)
  const details = { type: revisionType.resolved, milliseconds: 0, operator }
  await prepareHistory(db)
  await recordMigration(db, migration, { details, history, statements })
  await db.query(sql`
    update atlas_schema_revisions.atlas_schema_revisions
    set
      type = type | ${revisionType.resolved},
      applied = ${statements.length},
      total = ${statements.length},
      error = null,
      error_stmt = null,
      partial_hashes = null,
      hash = ${migration.hash},
      operator_version = ${operator}
    where version = ${migration.version} and (applied <> total or nullif(error, '') is not null)
  `)
}

/** The history as it is once a version that stopped half way is told as whole. */
export function asWhole(history: History, version: string): History {
  if (history.atlas === undefined) return history
  return {
    ...history,
    atlas: history.atlas.map((row) =>
      row.version === version ? { ...row, applied: row.total, error: null } : row,
    ),
  }
}
