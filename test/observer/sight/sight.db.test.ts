import { expect, test } from 'vitest'
import { withDatabase } from '../../../src/postgres/connect.ts'
import { compareSights } from '../../../src/observer/sight/sight.ts'
import type { Sight } from '../../../src/observer/sight/sight.ts'
import { glanceAt, readStaying } from '../../../src/proof/state.ts'
import { sendText } from '../../../src/postgres/connect.ts'
import { withTestDatabase } from '../../support/database.ts'
import type { TestDatabase } from '../../support/database.ts'

/** Which catalogs were read line by line, of all when `all`. */
async function sightOf(
  { superuser }: TestDatabase,
  portable: boolean,
  read: string[],
): Promise<Sight> {
  const view = { scope: {}, ignoreSchemas: [], portable }
  const { sight } = await glanceAt({ owner: superuser, admin: superuser }, view)
  return {
    ...sight,
    look: async (only) => {
      read.push(...(only ?? ['all']))
      return sight.look(only)
    },
  }
}

test.each([false, true])(
  'lines are read of the catalogs alone that do not come to the same (across servers: %s)',
  async (portable) => {
    await withTestDatabase({ kind: 'empty' }, (left) =>
      withTestDatabase({ kind: 'empty' }, async (right) => {
        const text = 'create table public.t (a integer); comment on table public.t is $$x$$;'
        await Promise.all([left, right].map(async ({ superuser }) => sendText(superuser, text)))
        const read: string[] = []
        const compare = async (): ReturnType<typeof compareSights> =>
          compareSights(await sightOf(left, portable, read), await sightOf(right, portable, read))
        expect({ ...(await compare()), read }).toEqual({
          differences: [],
          columnOrder: [],
          unreadable: [],
          equal: true,
          read: [],
        })
        await sendText(right.superuser, 'comment on table public.t is $$y$$')
        expect({ ...(await compare()), read }).toEqual({
          differences: [
            {
              catalog: 'pg_description',
              object: 'table public.t',
              kind: 'different',
              fields: [{ name: 'description', left: 'x', right: 'y' }],
            },
          ],
          columnOrder: [],
          unreadable: [],
          equal: false,
          read: ['pg_description', 'pg_description'],
        })
        await sendText(right.superuser, 'revoke execute on function pg_catalog.now() from public')
        const { differences } = await compare()
        expect(differences.map(({ catalog }) => catalog)).toEqual(['pg_description', 'pg_proc'])
      }),
    )
  },
)

test('a database that changes while it is compared is told of, rather than compared with what it was', async () => {
  await withTestDatabase({ kind: 'empty' }, async (db) => {
    const view = { scope: {}, ignoreSchemas: [] }
    const { sight } = await readStaying(db, view, async (use) => withDatabase(db.adminUrl, use))
    expect((await sight.look(['pg_policy'])).lines).toEqual([])
    await sendText(db.superuser, 'create table public.t (a integer); create policy p on public.t')
    await expect(sight.look(['pg_policy'])).rejects.toThrow(
      'A database changed while it was being compared.',
    )
  })
})
