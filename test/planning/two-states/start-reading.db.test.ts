import { expect, test } from 'vitest'
import { compareSights } from '../../../src/observer/sight/sight.ts'
import { startReading } from '../../../src/planning/two-states/start-reading.ts'
import { sendText } from '../../../src/postgres/connect.ts'
import { withTestDatabase } from '../../support/database.ts'

const view = { scope: {}, ignoreSchemas: [], portable: true } as const

test('the lines that differ are those of the moment at which both were read', async () => {
  await withTestDatabase({ kind: 'empty' }, (left) =>
    withTestDatabase({ kind: 'empty' }, async (right) => {
      await sendText(left.superuser, 'create table public.t (a integer)')
      await sendText(right.superuser, 'create table public.t (a bigint)')
      const { logins, states } = startReading({ from: left.url, to: right.url }, view, {
        keeps: true,
      })
      expect((await logins).map(({ user }) => user)).toEqual(['postgres', 'postgres'])
      const [from, to] = await Promise.all([states.from, states.to])
      await Promise.all([from?.sight.sumUp(), to?.sight.sumUp()])
      await sendText(left.superuser, 'drop table public.t')
      if (from === undefined || to === undefined) throw new Error('two databases are read')
      const { differences } = await compareSights(from.sight, to.sight)
      expect(differences.map(({ object, fields }) => [object, fields.map((f) => f.name)])).toEqual([
        ['column public.t.a', ['attalign', 'attlen', 'atttypid']],
      ])
    }),
  )
})

test('where one database cannot be entered, nobody waits for the other', async () => {
  await withTestDatabase({ kind: 'empty' }, async ({ url }) => {
    const missing = new URL(url)
    missing.pathname = '/none'
    const { logins, states } = startReading({ from: url, to: missing.href }, view, { keeps: true })
    await expect(logins).rejects.toThrow('there is no such database on that server')
    await expect(states.from).rejects.toThrow('there is no such database on that server')
    await expect(states.to).rejects.toThrow('there is no such database on that server')
  })
})

test('settings of a database are told where the catalogs of some may not be read', async () => {
  await withTestDatabase({ kind: 'empty' }, async ({ name, url, superuser }) => {
    const revoke = 'revoke select on pg_catalog.pg_shseclabel from public'
    await sendText(superuser, `${revoke}; alter database ${name} set work_mem = '7MB'`)
    const { states } = startReading({ from: url }, view, { keeps: false })
    expect((await states.from)?.settings).toEqual(['database: pg_db_role_setting (,work_mem=7MB)'])
  })
})
