import { expect, test } from 'vitest'
import { withDatabase } from '../../src/postgres/connect.ts'
import type { Change } from '../../src/postgres/pgoutput.ts'
import { withSubscriber } from '../../src/postgres/subscriber.ts'
import { sql, useDatabase } from '../support/database.ts'

const db = useDatabase({ kind: 'platform', mode: 'today' })

test('changes arrive by themselves, each once, in the order of the commits, and nothing of what is rolled back', async () => {
  await db.text(`
    create table public.heard (id integer primary key, word text);
    create publication "Odd, Name" for table public.heard;
  `)
  const heard: Change[] = []
  const last = Promise.withResolvers<undefined>()
  const onChange = (change: Change): void => {
    heard.push(change)
    if (change.row['id'] === '4') last.resolve(undefined)
  }
  await withSubscriber(db.url, { publication: 'Odd, Name', onChange, interval: 10 }, async () => {
    await withDatabase(db.url, async (other) =>
      other.tx(async (open) => {
        await open.query(sql`insert into public.heard values (1, 'begun first')`)
        await db.text(`insert into public.heard values (2, 'committed first')`)
        await db.text(
          `begin; insert into public.heard values (3, 'taken back'); rollback; select from public.heard`,
        )
      }),
    )
    await db.text(`insert into public.heard values (4, null)`)
    await last.promise
  })
  await db.text(`insert into public.heard values (5, 'after the end')`)
  expect(heard.map(({ kind, table, row }) => [kind, table, row])).toEqual([
    ['insert', 'public.heard', { id: '2', word: 'committed first' }],
    ['insert', 'public.heard', { id: '1', word: 'begun first' }],
    ['insert', 'public.heard', { id: '4' }],
  ])
})

test('catching up hands over all that has committed, although the next look is far away', async () => {
  await db.text(`
    create table public.counted (id integer primary key);
    create publication counted for table public.counted;
  `)
  const ids: (string | undefined)[] = []
  const onChange = ({ row }: Change): void => {
    ids.push(row['id'])
  }
  await withSubscriber(
    db.url,
    { publication: 'counted', onChange, interval: 3_600_000 },
    async ({ catchUp }) => {
      await db.text('insert into public.counted values (1)')
      await Promise.all([catchUp(), catchUp()])
      expect(ids).toEqual(['1'])
      await db.text('insert into public.counted values (2)')
      await catchUp()
    },
  )
  expect(ids).toEqual(['1', '2'])
})

test('a callback that fails ends the wait with its error, and no slot is left', async () => {
  await db.text(`
    create table public.refused (id integer primary key);
    create publication refused for table public.refused;
  `)
  const waiting = withSubscriber(
    db.url,
    { publication: 'refused', onChange: refuse, interval: 10 },
    async () => {
      await db.text('insert into public.refused values (1)')
      return new Promise(() => undefined)
    },
  )
  await expect(waiting).rejects.toThrow('not this one')
  await expect
    .poll(async () =>
      db.query(
        sql`select slot_name from pg_catalog.pg_replication_slots where database = current_database()`,
      ),
    )
    .toEqual([])
})

test('a publication that is not there is refused before anybody waits for it', async () => {
  const listening = withSubscriber(
    db.url,
    { publication: 'nothing', onChange: refuse },
    async () => undefined,
  )
  await expect(listening).rejects.toThrow('there is no publication nothing in this database')
})

function refuse(): void {
  throw new Error('not this one')
}
