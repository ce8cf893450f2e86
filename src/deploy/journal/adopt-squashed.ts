import type { Migration } from '../../files/migrations.ts'
import { sql } from '../../postgres/connect.ts'
import type { Queryable } from '../../postgres/connect.ts'
import type { History } from '../history/history.ts'
import { markApplied } from '../history/mark-applied.ts'
import { removeVersion } from '../history/record.ts'
import type { Squashed } from '../history/squashed.ts'
import { writeEvent } from './events.ts'
import type { Journal } from './journal.ts'
import { forgetVersions, recordFile } from './journaled-files.ts'

/** Where what was squashed is recorded, and in whose name. */
interface Adoption {
  readonly history: History
  readonly operator: string
  /** All migrations of the folder. */
  readonly migrations: readonly Migration[]
}

/**
 * Records that a migration has taken the place of others which the database has: their rows leave the histories and the
 * journal, its own come, by Atlas's flag for what was set by hand. In one transaction. No object changes.
 */
export async function adoptSquashed(
  journal: Journal,
  squashed: readonly Squashed[],
  adoption: Adoption,
): Promise<void> {
  if (squashed.length === 0) return
  await journal.session.tx(async (tx) => {
    for (const each of squashed) await adopt(tx, journal, { ...adoption, squashed: each })
  })
}

async function adopt(
  tx: Queryable,
  journal: Journal,
  { history, operator, migrations, squashed }: Adoption & { readonly squashed: Squashed },
): Promise<void> {
  const { migration, replaces, behind } = squashed
  for (const { version } of replaces) await removeVersion(tx, version, history)
  await markApplied(tx, migration, { history, operator })
  for (const { version, hash } of behind) {
    const now = migrations.find((each) => each.version === version)
    if (now === undefined) continue
    await tx.query(sql`
      update atlas_schema_revisions.atlas_schema_revisions
      set hash = ${now.hash}
      where version = ${version} and hash = ${hash}
    `)
  }
  if (!journal.isOpen) return
  const gone = replaces.map(({ version }) => version)
  await forgetVersions(tx, gone)
  await recordFile(tx, journal, migration)
  await writeEvent(tx, journal, { verb: 'squash', version: migration.version })
}
