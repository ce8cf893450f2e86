import { sql } from '../../src/postgres/connect.ts'
import type { Session } from '../../src/postgres/connect.ts'
import type { Actor } from '../support/roles.ts'

/** A change of a table of `public`, as wal2json tells it (format version 2). */
export interface WalChange {
  readonly action: 'I' | 'U' | 'D'
  readonly table: string
  readonly columns?: readonly WalValue[]
  /** The key of what was there before. */
  readonly identity?: readonly WalValue[]
}

interface WalValue {
  readonly name: string
  readonly value: unknown
}

/** What Realtime sends of a change to one subscriber; undefined for nothing. */
export interface Sent {
  readonly record: Readonly<Record<string, unknown>>
  readonly errors: readonly string[]
}

/** The changes since the slot was read last, with the options that Realtime gives the plugin. */
export async function readSlot(session: Session, slot: string): Promise<WalChange[]> {
  const rows: { readonly data: string }[] = await session.query(sql`
    select data
    from pg_catalog.pg_logical_slot_get_changes(
      ${slot}, null, null, 'include-pk', 'true', 'include-transaction', 'false', 'include-type-oids', 'true',
      'format-version', '2', 'actions', 'insert,update,delete', 'add-tables', 'public.execution_logs,public.task_history'
    )
  `)
  return rows.map(({ data }) => JSON.parse(data))
}

/**
 * Decides as Realtime does, which asks with the role and the claims of each subscriber: who may not read the key is
 * told so, a row that is not visible by its key is not sent, columns without the right are left out. A delete is sent to
 * everybody, with the key alone. Source: realtime.apply_rls of Supabase.
 */
export async function decideSent(change: WalChange, actor: Actor): Promise<Sent | undefined> {
  if (change.action === 'D') return { record: recordOf(change.identity), errors: [] }
  const readable = await readableColumns(change.table, actor)
  const record = recordOf(change.columns)
  if (!readable.has('id')) return { record: {}, errors: ['Error 401: Unauthorized'] }
  const found = await actor.query(
    sql`select from ${sql.ident('public', change.table)} where id = ${record['id']}`,
  )
  if (found.length === 0) return undefined
  const allowed = Object.entries(record).filter(([name]) => readable.has(name))
  return { record: Object.fromEntries(allowed), errors: [] }
}

async function readableColumns(table: string, actor: Actor): Promise<ReadonlySet<unknown>> {
  const rows = await actor.query(sql`
    select a.attname as name
    from pg_catalog.pg_attribute as a
    where
      a.attrelid = (${`public.${table}`})::pg_catalog.regclass
      and a.attnum > 0
      and pg_catalog.has_column_privilege(a.attrelid, a.attnum, 'select')
  `)
  return new Set(rows.map(({ name }) => name))
}

function recordOf(values: readonly WalValue[] = []): Record<string, unknown> {
  return Object.fromEntries(values.map(({ name, value }) => [name, value]))
}
