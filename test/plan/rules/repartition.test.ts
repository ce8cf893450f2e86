import { expect, test } from 'vitest'
import type { Altered } from '../../../src/model/compare-catalogs.ts'
import { decideConversions } from '../../../src/plan/conversions.ts'
import { repartition } from '../../../src/plan/rules/repartition.ts'
import { parseDirectives } from '../../../src/sql/directives.ts'
import { splitStatements } from '../../../src/sql/scan/split.ts'
import { toy, toys } from '../toy.ts'

const plain = toy('table public.t', { partitionKey: null })
const listed = toy('table public.t', { partitionKey: 'LIST (a)' })
const ranged = toy('table public.t', { partitionKey: 'RANGE (a)' })
const [before, after] = [toys([plain]), toys([listed])]

function change(from: typeof plain, to: typeof plain): Altered {
  return { kind: 'altered', from, to, attributes: ['partitionKey'] }
}

test.each([
  [plain, listed, 'it becomes a partitioned table'],
  [listed, plain, 'it is no longer a partitioned table'],
  [listed, ranged, 'its partition key changes'],
])('a table that is partitioned otherwise is refused with the way out: %#', (from, to, what) => {
  expect(repartition(change(from, to), { from: toys([from]), to: toys([to]) })).toEqual({
    refused: `${what}, and no statement does that to a table with rows. Create another table, move the rows, and drop this one, or write \`-- @new\` above it to drop it with its rows and create it again`,
  })
})

test('it is dropped and created where the directive above it says that it is new', async () => {
  const text = '-- @new\ncreate table public.t (a integer) partition by list (a);\n'
  const statements = await splitStatements(text, 't.sql')
  const { declarations } = await parseDirectives({ path: 't.sql', text, statements })
  const conversions = decideConversions(declarations, before, after)
  expect([...conversions]).toEqual([['table public.t', 'recreate']])
  expect(repartition(change(plain, listed), { from: before, to: after, conversions })).toBe(
    'replace',
  )
  expect([...decideConversions(declarations, after, after)]).toEqual([])
})
