import { UserError } from '../../errors.ts'
import { isSQLError, sql } from '../../postgres/connect.ts'
import type { Queryable, Transaction } from '../../postgres/connect.ts'
import { messageLine } from '../../postgres/server-error.ts'
import { quoteName, quoteQualified } from '../../sql/quote.ts'
import type { ArchivedItem } from './archived-items.ts'
import { keyMatch, keyName, raw } from './keep-losses.ts'
import type { KeptRows } from './keep-losses.ts'

/** What an apply put back, and how many rows of those that were kept. */
export interface PutBack extends KeptRows {
  /** How many were kept; the others are in the archive still. */
  readonly of: number
}

/** Marks the narrowed values that nobody has changed since. Before the migration runs again. */
export async function markUnchanged(
  tx: Transaction,
  items: readonly ArchivedItem[],
): Promise<void> {
  for (const { kind, schema, table, column, store, columns } of items) {
    if (kind !== 'narrowed values') continue
    const name = `archive.${quoteName(store)}`
    await tx.query([
      raw(
        `update ${name} as a set is_same = exists (select from ${quoteQualified(schema, table)} as t ` +
          `where ${keyMatch(columns)} and t.${quoteName(column ?? '')}::text is not distinct from a.narrowed)`,
      ),
    ])
  }
}

/**
 * Puts back what a rollback of this migration kept, in the migration's transaction, without the triggers of users. Throws
 * UserError where it cannot be.
 */
export async function putBack(
  tx: Transaction,
  items: readonly ArchivedItem[],
  environment: string,
): Promise<PutBack[]> {
  const done: PutBack[] = []
  for (const item of items) {
    try {
      done.push(await putItem(tx, item))
    } catch (error) {
      if (!isSQLError(error)) throw error
      throw new UserError(
        `archive.${quoteName(item.store)}: its rows cannot be put back: ${messageLine(error)} (${error.code}). The file was rolled back. ` +
          `Correct what is in the way, or give the rows up: npm run archive ${environment} drop ${item.version}`,
        { cause: error },
      )
    }
  }
  return done
}

async function putItem(tx: Transaction, item: ArchivedItem): Promise<PutBack> {
  const { id, version, kind, schema, table, column, store } = item
  const [counted] = await tx.query([
    raw(`select count(*)::integer as rows from archive.${quoteName(store)}`),
  ])
  const of = Number(counted?.[0]?.rows)
  const types = await readTypes(tx, item)
  const text = column === null ? insertOf(item, types) : updateOf(item, column, types)
  const rows = await withoutTriggers(tx, item, async () => {
    const [put] = await tx.query([
      raw(`with put as (${text} returning 1) select count(*)::integer as rows from put`),
    ])
    return Number(put?.[0]?.rows)
  })
  for (const { column: owner, last, called } of item.sequences) {
    await tx.query(sql`
      select pg_catalog.setval(pg_catalog.pg_get_serial_sequence(${quoteQualified(schema, table)}, ${owner}), ${last}::bigint, ${called})
    `)
  }
  if (rows === of) await tx.query([raw(`drop table archive.${quoteName(store)}`)])
  await tx.query(
    rows === of
      ? sql`delete from archive.items where id = ${id}`
      : sql`update archive.items set put_back_at = pg_catalog.now() where id = ${id}`,
  )
  return { version, kind, schema, table, column, rows, of }
}

/** The types that the columns have now, by their names. */
async function readTypes(
  tx: Queryable,
  { schema, table }: ArchivedItem,
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query(sql`
    select a.attname::text as name, pg_catalog.format_type(a.atttypid, a.atttypmod) as type
    from pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    join pg_catalog.pg_attribute as a on a.attrelid = c.oid
    where n.nspname = ${schema} and c.relname = ${table} and a.attnum > 0 and not a.attisdropped
    order by a.attnum
  `)
  return new Map(rows.map(({ name, type }) => [String(name), String(type)]))
}

function insertOf(
  { schema, table, store, columns }: ArchivedItem,
  types: ReadonlyMap<string, string>,
): string {
  const names = columns.map(quoteName).join(', ')
  const values = columns.map((name) => `a.${quoteName(name)}::${types.get(name) ?? 'text'}`)
  return (
    `insert into ${quoteQualified(schema, table)} (${names}) overriding system value ` +
    `select ${values.join(', ')} from archive.${quoteName(store)} as a on conflict do nothing`
  )
}

function updateOf(
  { kind, schema, table, store, columns }: ArchivedItem,
  column: string,
  types: ReadonlyMap<string, string>,
): string {
  const keys = columns.map(
    (name, at) =>
      `t.${quoteName(name)} = a.${quoteName(keyName(at))}::${types.get(name) ?? 'text'}`,
  )
  const same = kind === 'narrowed values' ? ['a.is_same'] : []
  return (
    `update ${quoteQualified(schema, table)} as t set ${quoteName(column)} = a.value::${types.get(column) ?? 'text'} ` +
    `from archive.${quoteName(store)} as a where ${[...keys, ...same].join(' and ')}`
  )
}

/** Values come back as they were: no trigger sets the time of the change. Foreign keys are checked. */
async function withoutTriggers<T>(
  tx: Queryable,
  { schema, table }: ArchivedItem,
  use: () => Promise<T>,
): Promise<T> {
  const name = quoteQualified(schema, table)
  const triggers = await tx.query(sql`
    select g.tgname::text as name
    from pg_catalog.pg_trigger as g
    join pg_catalog.pg_class as c on c.oid = g.tgrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    where n.nspname = ${schema} and c.relname = ${table} and not g.tgisinternal and g.tgenabled = 'O'
    order by g.tgname
  `)
  const each = async (verb: string): Promise<void> => {
    for (const trigger of triggers)
      await tx.query([
        raw(`alter table ${name} ${verb} trigger ${quoteName(String(trigger.name))}`),
      ])
  }
  await each('disable')
  const result = await use()
  await tx.query(sql`set constraints all immediate`)
  await each('enable')
  return result
}
