import type { WrittenStatement } from '../../../src/plan/write/written-statement.ts'

/** A difference between what is documented and what is measured, and why both are right. */
interface Explanation {
  readonly sql: RegExp
  readonly difference: RegExp
  readonly why: string
}

const explanations: readonly Explanation[] = [
  {
    sql: /^alter table public\.whole\n {2}(?:add|drop) column old\b/,
    difference: /^said, not seen: blocks_reads: public\.part$/,
    why: 'the partition has left its table at this moment of the plan, in which it stays one',
  },
  {
    sql: /alter column \S+ type timestamp(?:tz)?\b/,
    difference: /^said, not seen: (?:rewrite|scan): /,
    why: 'timestamp and timestamptz are the same on disk where TimeZone is UTC, as on the test server (manual, ALTER TABLE, Notes)',
  },
  {
    sql: /^select pg_catalog\.setval\(/,
    difference: /^seen, not said: scan: /,
    why: 'the rows are read as any query reads them: nobody is kept out meanwhile',
  },
]

/** Why a statement may do otherwise than is documented of it; undefined where nothing explains it. */
export function explained({ sql }: WrittenStatement, difference: string): string | undefined {
  return explanations.find((each) => each.sql.test(sql) && each.difference.test(difference))?.why
}
