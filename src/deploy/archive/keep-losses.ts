import type { NamedVersion } from '../../files/migrations.ts'
import { archiveSchema } from '../../files/own-schemas.ts'
import { sql } from '../../postgres/connect.ts'
import type { Queryable, SQLQuery, Transaction } from '../../postgres/connect.ts'
import { quoteLiteral, quoteName, quoteQualified } from '../../sql/quote.ts'
import type { Kept } from '../questions/question.ts'
import { revokeFromOthers } from '../session/revoke-from-others.ts'
import { openArchive } from './archived-items.ts'
import type { SequencePosition } from './archived-items.ts'

/** What was kept, and how many rows. */
export interface KeptRows extends Kept {
  readonly version: string
  readonly rows: number
}

/** The same, with the table in the archive and the columns that say which row is which. */
export interface StoredRows extends KeptRows {
  readonly store: string
  readonly columns: readonly string[]
}

/**
 * Copies what a file is about to lose into schema archive, in the file's transaction. Nobody writes to these tables from
 * then on until it ends; reading goes on.
 */
export async function keepLosses(
  tx: Transaction,
  migration: NamedVersion,
  items: readonly Kept[],
): Promise<StoredRows[]> {
  if (items.length === 0) return []
  await openArchive(tx)
  const tables = [...new Set(items.map(({ schema, table }) => quoteQualified(schema, table)))]
  await tx.query([raw(`lock table ${tables.join(', ')} in share row exclusive mode`)])
  await tx.query(sql`select pg_catalog.set_config('row_security', 'off', true)`)
  const kept: StoredRows[] = []
  for (const item of items) kept.push(await keepItem(tx, migration, item))
  await tx.query([sql`reset row_security`])
  return kept
}

/** Notes what became of narrowed values, so that only those come back that nobody changes. */
export async function noteNarrowed(tx: Transaction, items: readonly StoredRows[]): Promise<void> {
  const narrowed = items.filter(({ kind }) => kind === 'narrowed values')
  if (narrowed.length === 0) return
  for (const item of narrowed) {
    const { schema, table, column, store, columns } = item
    await tx.query([
      raw(
        `update archive.${quoteName(store)} as a set narrowed = t.${quoteName(column ?? '')}::text ` +
          `from ${quoteQualified(schema, table)} as t where ${keyMatch(columns)}`,
      ),
    ])
  }
}

/** Rows of a table t and of an archived one, a, that have the same key. */
export function keyMatch(columns: readonly string[]): string {
  return columns
    .map((name, at) => `t.${quoteName(name)}::text = a.${quoteName(keyName(at))}`)
    .join(' and ')
}

/** The name of a column of the key in the archive. */
export function keyName(at: number): string {
  return `key ${String(at + 1)}`
}

/** An item of the archive by its table there. */
export function raw(text: string): SQLQuery {
  return sql.__dangerous__rawValue(text)
}

async function keepItem(
  tx: Queryable,
  { version, name }: NamedVersion,
  item: Kept,
): Promise<StoredRows> {
  const { schema, table, column, kind } = item
  const [{ columns, key }] = await tx.query(sql`
    select
      array(
        select a.attname::text
        from pg_catalog.pg_attribute as a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        order by a.attnum
      ) as columns,
      array(
        select a.attname::text
        from pg_catalog.pg_constraint as k
        join lateral pg_catalog.unnest(k.conkey) with ordinality as u (number, place) on true
        join pg_catalog.pg_attribute as a on a.attrelid = c.oid and a.attnum = u.number
        where k.conrelid = c.oid and k.contype = 'p'
        order by u.place
      ) as key
    from pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    where n.nspname = ${schema} and c.relname = ${table}
  `)
  const named: readonly string[] = kind === 'rows' ? columns : key
  const sequences = kind === 'rows' ? await readPositions(tx, item, named) : []
  const store = await register(tx, { version, name, item, named, sequences })
  const text = column === null ? copyOfRows(item, named) : copyOfValues(item, column, named)
  await tx.query([raw(`create table archive.${quoteName(store)} as ${text}`)])
  await revokeFromOthers(tx, archiveSchema)
  const [counted] = await tx.query([
    raw(`select count(*)::integer as rows from archive.${quoteName(store)}`),
  ])
  return { ...item, version, rows: Number(counted?.[0]?.rows), store, columns: named }
}

interface Registration extends NamedVersion {
  readonly item: Kept
  readonly named: readonly string[]
  readonly sequences: readonly SequencePosition[]
}

/** Names carry the version; the number tells tables apart whose names are cut. */
async function register(
  tx: Queryable,
  { version, name, item, named, sequences }: Registration,
): Promise<string> {
  const { kind, schema, table, column } = item
  const [row] = await tx.query(sql`
    insert into archive.items (version, name, kind, schema_name, table_name, column_name, store, columns, sequences)
    values (${version}, ${name}, ${kind}, ${schema}, ${table}, ${column}, pg_catalog.gen_random_uuid()::text, ${named}, ${JSON.stringify(sequences)})
    returning id::integer as id
  `)
  const words = [version, schema, table, ...(column === null ? [] : [column])]
  const cut = Array.from(words.join('_')).slice(0, 13).join('')
  const store = `${words.join('_').length > 50 ? cut : words.join('_')}_${String(row.id)}`
  await tx.query(sql`update archive.items set store = ${store} where id = ${row.id}`)
  return store
}

function copyOfRows({ schema, table }: Kept, columns: readonly string[]): string {
  const list = columns.map((name) => `t.${quoteName(name)}::text as ${quoteName(name)}`)
  return `select ${list.join(', ')} from ${quoteQualified(schema, table)} as t`
}

function copyOfValues({ schema, table }: Kept, column: string, key: readonly string[]): string {
  const keys = key.map((name, at) => `t.${quoteName(name)}::text as ${quoteName(keyName(at))}`)
  const name = `t.${quoteName(column)}`
  return (
    `select ${keys.join(', ')}, ${name}::text as value, null::text as narrowed, true as is_same ` +
    `from ${quoteQualified(schema, table)} as t where ${name} is not null`
  )
}

/** How far the sequences of the columns are. */
async function readPositions(
  tx: Queryable,
  { schema, table }: Kept,
  columns: readonly string[],
): Promise<SequencePosition[]> {
  const found: SequencePosition[] = []
  for (const column of columns) {
    const [{ sequence }] = await tx.query(sql`
      select pg_catalog.pg_get_serial_sequence(${quoteQualified(schema, table)}, ${column}) as sequence
    `)
    if (typeof sequence !== 'string') continue
    const [rows] = await tx.query([
      raw(
        `select last_value::text as last, is_called as called, ${quoteLiteral(column)} as column from ${sequence}`,
      ),
    ])
    const [row] = rows ?? []
    if (row !== undefined)
      found.push({ column, last: String(row.last), called: row.called === true })
  }
  return found
}
