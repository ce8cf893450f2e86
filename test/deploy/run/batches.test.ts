import { expect, it } from 'vitest'
import { batchStatements } from '../../../src/deploy/run/batches.ts'
import { splitStatements } from '../../../src/sql/scan/split.ts'

async function batchesOf(text: string): Promise<string[][]> {
  const batches = batchStatements(await splitStatements(text, 'a.sql'))
  return batches.map((batch) => batch.map((statement) => statement.text))
}

it('puts inserts into one table together, and leaves everything else alone', async () => {
  expect(
    await batchesOf(`
      insert into a values (1); insert into a values (2);
      insert into b.a values (3);
      /*+ SeqScan(a) */ insert into b.a values (4);
      select 1; select 2;
      insert into "A" values (5); insert into A values (6);
    `),
  ).toEqual([
    ['insert into a values (1)', 'insert into a values (2)'],
    ['insert into b.a values (3)'],
    ['insert into b.a values (4)'],
    ['select 1'],
    ['select 2'],
    ['insert into "A" values (5)'],
    ['insert into A values (6)'],
  ])
})

it('keeps a batch short enough to be sent again', async () => {
  const insert = `insert into a values ('${'x'.repeat(50_000)}');`
  const batches = await batchesOf(insert.repeat(5))
  expect(batches.map(({ length }) => length)).toEqual([2, 2, 1])
})
