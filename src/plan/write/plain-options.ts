import { maskQuoted } from '../../sql/scan/stretches.ts'

/** Writes the numbers among the options of an index without the quotes that PostgreSQL prints: `pages_per_range='10'`. */
export function plainOptions(sql: string): string {
  const head = ' WITH ('
  const at = /^CREATE (?:UNIQUE )?INDEX /.test(sql) ? maskQuoted(sql).indexOf(head) : -1
  if (at === -1) return sql
  const start = at + head.length
  const end = maskQuoted(sql).indexOf(')', start)
  const options = sql.slice(start, end).replaceAll(/='(-?\d+(?:\.\d+)?)'/g, '=$1')
  return sql.slice(0, start) + options + sql.slice(end)
}
