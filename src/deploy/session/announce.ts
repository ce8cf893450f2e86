import type { NamedVersion } from '../../files/migrations.ts'
import { sql } from '../../postgres/connect.ts'
import type { Queryable } from '../../postgres/connect.ts'

/** What a session is at: a file, and its place among those of the run. */
export interface FileAtWork {
  readonly verb: 'apply' | 'rollback'
  /** `003_add_tags`. */
  readonly file: string
  /** From 1. */
  readonly index: number
  readonly count: number
}

/** A file of a run, as it is announced. */
export function workOn(
  verb: FileAtWork['verb'],
  migration: NamedVersion,
  all: readonly NamedVersion[],
): FileAtWork {
  const file = `${migration.version}_${migration.name}`
  return { verb, file, index: all.indexOf(migration) + 1, count: all.length }
}

/**
 * Shows in pg_stat_activity which file a transaction runs, until it ends, or a session, until it is reset: behind the application's name, where everybody
 * may read it, without any right.
 */
export async function announce(
  tx: Queryable,
  { verb, file, index, count }: FileAtWork,
  scope: 'session' | 'transaction' = 'transaction',
): Promise<void> {
  const work = ` ${verb} ${String(index)}/${String(count)} ${file}`
  await tx.query(sql`
    select pg_catalog.set_config(
      'application_name',
      pg_catalog.split_part(pg_catalog.current_setting('application_name'), ' ', 1) || ${work}::text,
      ${scope === 'transaction'}
    )
  `)
}

/** Reads it back; undefined for an application that is none of ours, or between files. */
export function parseAnnouncement(application: string): FileAtWork | undefined {
  const found = /^\S+ (apply|rollback) (\d+)\/(\d+) (.+)$/.exec(application)
  const [, verb, index, count, file = ''] = found ?? []
  if (verb !== 'apply' && verb !== 'rollback') return undefined
  return { verb, file, index: Number(index), count: Number(count) }
}
