import { describe, expect, it } from 'vitest'
import { messageOf } from '../../src/errors.ts'
import { sql, withDatabase } from '../../src/postgres/connect.ts'
import { inSnapshot } from '../../src/postgres/snapshot.ts'
import { withTestDatabase } from '../support/database.ts'

const up = `
create function public.f() returns integer language sql as 'select 1';
create table public.t (a integer default public.f());
`
const down = 'alter table public.t alter column a drop default; drop function public.f();'
const print = sql`select pg_catalog.pg_get_expr(adbin, adrelid) as print from pg_catalog.pg_attrdef`

describe('a snapshot of the catalog', () => {
  it('is taken again when what is printed goes while it is read', async () => {
    await withTestDatabase({ kind: 'empty' }, async ({ url, text }) => {
      await text(up)
      let reads = 0
      const rows = await withDatabase(url, async (db) =>
        inSnapshot(db, async (tx) => {
          reads += 1
          await tx.query(sql`select from pg_catalog.pg_class`)
          if (reads === 1) await text(down)
          return tx.query(print)
        }),
      )
      expect({ reads, rows }).toEqual({ reads: 2, rows: [] })
    })
  })

  it('is given up where the catalog does not stop changing', async () => {
    await withTestDatabase({ kind: 'empty' }, async ({ url, text }) => {
      const told = await withDatabase(url, async (db) =>
        inSnapshot(db, async (tx) => {
          await text(up)
          await tx.query(sql`select from pg_catalog.pg_class`)
          await text(`${down} drop table public.t;`)
          return tx.query(sql`select pg_catalog.pg_get_expr(adbin, 0) from pg_catalog.pg_attrdef`)
        }).catch(messageOf),
      )
      expect(told).toBe(
        'another session creates and drops objects while the catalog is read. Run the same command again.',
      )
    })
  })
})
