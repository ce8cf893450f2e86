import { sendBatch } from '../../deploy/run/send-statements.ts'
import type { RowValue, TableRows } from '../../plan/rows/row-changes.ts'
import { sendText, sql } from '../../postgres/connect.ts'
import type { Queryable } from '../../postgres/connect.ts'
import type { WantedTable } from './wanted-tables.ts'

/** Reads the rows of a table with all of their columns, in the order of their texts. */
export async function readTableRows(db: Queryable, { name, all }: WantedTable): Promise<TableRows> {
  return { columns: all, rows: await readRows(db, name, all) }
}

/**
 * Has PostgreSQL read what a file wants, on a copy whose table is empty for that moment. Triggers and foreign keys do not
 * look. Throws UserError with file:line:column for what PostgreSQL refuses.
 */
export async function readWantedRows(admin: Queryable, table: WantedTable): Promise<TableRows> {
  const undo = new Error('undo')
  let rows: RowValue[][] = []
  try {
    await admin.tx(async (tx) => {
      await sendText(tx, `set local session_replication_role = replica; delete from ${table.name}`)
      for (const statement of table.statements) await sendBatch(tx, [statement], table.text)
      rows = await readRows(tx, table.name, table.columns)
      throw undo
    })
  } catch (error) {
    if (error !== undo) throw error
  }
  return { columns: table.columns, rows }
}

async function readRows(
  db: Queryable,
  table: string,
  columns: readonly string[],
): Promise<RowValue[][]> {
  const texts = columns.map((name) => sql`${sql.__dangerous__rawValue(name)}::text`)
  const rows: { readonly row: RowValue[] }[] = await db.query(sql`
    select r.row
    from (
      select pg_catalog.json_build_array(${sql.join(texts, sql`, `)}) as row
      from ${sql.__dangerous__rawValue(table)}
    ) as r
    order by r.row::text collate "C"
  `)
  return rows.map(({ row }) => row)
}
