import { expect, test } from 'vitest'
import { isStoredAlike } from '../../../../src/plan/hazards/work/storage.ts'
import { sql, useDatabase } from '../../../support/database.ts'

const database = useDatabase({ kind: 'empty' })

/** Pairs of types between which PostgreSQL casts, as format_type prints them. */
const pairs = [
  ['character varying(5)', 'character varying(9)'],
  ['character varying(9)', 'character varying(5)'],
  ['character varying(5)', 'character varying'],
  ['character varying(5)', 'text'],
  ['text', 'character varying'],
  ['text', 'character varying(5)'],
  ['character(5)', 'text'],
  ['character(5)', 'character(9)'],
  ['numeric(10,2)', 'numeric(12,2)'],
  ['numeric(12,2)', 'numeric(10,2)'],
  ['numeric(10,2)', 'numeric(12,4)'],
  ['numeric(10,2)', 'numeric'],
  ['numeric', 'numeric(1000,2)'],
  ['integer', 'bigint'],
  ['integer', 'oid'],
  ['oid', 'integer'],
  ['timestamp(3) without time zone', 'timestamp without time zone'],
  ['timestamp without time zone', 'timestamp(6) without time zone'],
  ['timestamp without time zone', 'timestamp(3) without time zone'],
  ['timestamp(3) with time zone', 'timestamp(6) with time zone'],
  ['time(3) without time zone', 'time without time zone'],
  ['interval(3)', 'interval'],
  ['interval', 'interval(3)'],
  ['bit(3)', 'bit varying'],
  ['bit(3)', 'bit varying(5)'],
  ['bit varying(3)', 'bit varying(5)'],
  ['bit varying(5)', 'bit varying(3)'],
  ['xml', 'text'],
  ['xml', 'character varying'],
  ['cidr', 'inet'],
  ['cidr[]', 'inet[]'],
  ['public.citext', 'text'],
  ['public.citext', 'character varying(5)'],
  ['character varying(5)', 'public.citext'],
  ['inet', 'cidr'],
  ['json', 'text'],
  ['character varying(5)[]', 'character varying(9)[]'],
  ['character varying(5)[]', 'character varying[]'],
  ['text[]', 'character varying[]'],
  ['numeric(10,2)[]', 'numeric[]'],
] as const

test('a table is rewritten where the types are not stored alike, and nowhere else', async () => {
  const names = pairs.map(([from, to]) => `${from} to ${to}`)
  await database.text('create extension citext with schema public')
  await database.text(
    pairs.map(([from], at) => `create table public.t${String(at)} (a ${from});`).join('\n'),
  )
  const before = await files()
  await database.text(
    pairs
      .map(([, to], at) => `alter table public.t${String(at)} alter a type ${to} using a::${to};`)
      .join('\n'),
  )
  const after = await files()
  expect(names.filter((_, at) => before[at] === after[at])).toEqual(
    names.filter((_, at) => pairs.slice(at, at + 1).every(([from, to]) => isStoredAlike(from, to))),
  )
})

/** The file of each table, in their order. */
async function files(): Promise<unknown[]> {
  const rows = await database.query(sql`
    select pg_catalog.pg_relation_filenode('public.t' || at) as file
    from pg_catalog.generate_series(0, ${pairs.length - 1}::integer) as at
    order by at
  `)
  return rows.map(({ file }) => file)
}
