import { beforeAll, describe, expect, it } from 'vitest'
import type { Catalog } from '../../../src/model/catalog.ts'
import { diffCatalogs } from '../../../src/model/compare-catalogs.ts'
import type { Change } from '../../../src/model/compare-catalogs.ts'
import { sendText } from '../../../src/postgres/connect.ts'
import type { Transaction } from '../../../src/postgres/connect.ts'
import { readCatalog, readCatalogWithin } from '../../../src/postgres/read/read-catalog.ts'
import { compareObservations } from '../../../src/observer/compare-observations.ts'
import { observeWithin } from '../../../src/observer/observe.ts'
import { sampleBy } from '../../support/sample.ts'
import { useDatabase } from '../../support/database.ts'
import { seen, unseen } from './changes.ts'
import { makeEverything, scope } from './everything.ts'

describe('the readers', () => {
  const db = useDatabase({ kind: 'platform', mode: 'today' })
  let before: Catalog

  beforeAll(async () => {
    await makeEverything(db)
    before = await readCatalog(db.owner, scope)
  })

  it.each(sampleBy(seen, { usual: 5, others: 25 }, ([change]) => change))(
    'see: %s',
    async (change, expected) => {
      // What 18 alone keeps has a test of its own.
      const differences = await differencesBy(change)
      expect(
        differences.map((line) => line.replaceAll(/, notNull(?:Name|Inherited)/g, '')),
      ).toEqual(expected)
    },
  )

  it('see the name of a NOT NULL, and whether it is checked and inherited, where PostgreSQL keeps them', async () => {
    if (db.serverVersion < 180_000) return
    expect(
      await differencesBy(`
        alter table s.base rename constraint base_name_not_null to named;
        comment on constraint named on s.base is 'x';
        alter table s.base add constraint later not null number not valid;
        alter table s.base add constraint base_made_not_null not null made no inherit;
      `),
    ).toEqual([
      '~ column s.base.made: notNull, notNullNoInherit',
      '~ column s.base.name: notNullComment, notNullName',
      '~ column s.base.number: notNull, notNullName, notNullValidated',
    ])
  })

  // The observer is there for these: a plan that would leave such a difference is refused.
  it.each(sampleBy(unseen, { usual: 5, others: 25 }, ([what]) => what))(
    'do not see, but the observer does: %s',
    async (_what, change) => {
      const outcome = await trial(async (tx) => {
        const observed = await observeWithin(tx)
        await sendText(tx, change)
        const { differences } = compareObservations(observed, await observeWithin(tx))
        const changes = diffCatalogs(before, await readCatalogWithin(tx, scope))
        return { read: changes.map(print), observed: differences.length > 0 }
      })
      expect(outcome).toEqual({ read: [], observed: true })
    },
  )

  it.each([
    ['rows', "insert into s.base (name, word, number) values ('a', 'b', 1); delete from s.base"],
    ['statistics', 'analyze s.base, s.child'],
    ['where a sequence stands', "select pg_catalog.nextval('s.counter')"],
    [
      'the order of columns',
      'alter table s.heir drop column extra; alter table s.heir add column other text; alter table s.heir add column extra text; alter table s.heir drop column other',
    ],
    [
      'a column that was dropped',
      'alter table s.heir add column gone text; alter table s.heir drop column gone',
    ],
    [
      'what is made and taken back',
      `create table s.new (id integer primary key); drop table s.new;
       comment on table s.child is 'x'; comment on table s.child is null;
       grant select on s.child to anon; revoke select on s.child from anon`,
    ],
    [
      'a secret and what stands in for it',
      "alter user mapping for postgres server far options (set password '(fill in)')",
    ],
    [
      'how a session prints values',
      "set local search_path = s; set local datestyle = 'German'; set local timezone = 'Asia/Tokyo'; set local bytea_output = 'escape'; set local extra_float_digits = -3; set local quote_all_identifiers = on",
    ],
  ])('see no difference in %s', async (_what, change) => {
    expect(await differencesBy(change)).toEqual([])
  })

  async function differencesBy(change: string): Promise<string[]> {
    return trial(async (tx) => {
      await sendText(tx, change)
      return diffCatalogs(before, await readCatalogWithin(tx, scope)).map(print)
    })
  }

  /** In a transaction of the superuser that is rolled back. */
  async function trial<T>(use: (tx: Transaction) => Promise<T>): Promise<T> {
    const undo = new Error('undo')
    const result = Promise.withResolvers<T>()
    await db.superuser
      .tx(async (tx) => {
        result.resolve(await use(tx))
        throw undo
      })
      .catch((error: unknown) => {
        if (error !== undo) throw error
      })
    return result.promise
  }
})

function print(change: Change): string {
  if (change.kind === 'altered') return `~ ${change.to.id}: ${change.attributes.join(', ')}`
  return `${change.kind === 'added' ? '+' : '-'} ${change.object.id}`
}
