import { expect, test } from 'vitest'
import { sendText, withDatabase } from '../../src/postgres/connect.ts'
import { checkRows, readRows } from '../../src/proof/kept-rows.ts'
import { useDatabase } from '../support/database.ts'
import { asId } from '../support/object-ids.ts'

const db = useDatabase({ kind: 'empty' })

test('rows are not kept of a table that is gone, or of one that lacks a column', async () => {
  const tables = [
    { table: asId('table public.stays'), columns: ['id', '"Odd"'] },
    { table: asId('table public.goes'), columns: ['id'] },
    { table: asId('table public."Loses"'), columns: ['id', 'body'] },
  ]
  const kept = await withDatabase(db.adminUrl, async (admin) => {
    await sendText(
      admin,
      `create table public.stays as select 1 as id, 2 as "Odd";
      create table public.goes as select 1 as id;
      create table public."Loses" as select 1 as id, 'a' as body;`,
    )
    const before = await readRows(admin, tables)
    await sendText(admin, 'drop table public.goes; alter table public."Loses" drop column body;')
    return checkRows(before, await readRows(admin, tables))
  })
  expect(kept).toEqual([
    { table: 'table public.stays', count: 1, kept: true },
    { table: 'table public.goes', count: 1, kept: false },
    { table: 'table public."Loses"', count: 1, kept: false },
  ])
})
