import type { ReadType } from './read-type.ts'

/**
 * How a value gets or loses its time zone; undefined where neither happens. A cast would take the zone of the session, so
 * that the values depend on who runs the plan: these are of UTC (manual, 8.5.3 and 9.9.4). Elements of arrays are cast: no
 * expression reaches each of them without a subquery.
 */
export function castOverZone(own: string, before: ReadType, after: ReadType): string | undefined {
  if (before.isArray || after.isArray) return undefined
  return expressions[`${shorten(before.name)} ${shorten(after.name)}`]?.(own)
}

function shorten(name: string): string {
  return name.replace(' with time zone', 'tz').replace(' without time zone', '')
}

const expressions: Readonly<Record<string, (own: string) => string>> = {
  'timestamp timestamptz': (own) => `${own} at time zone 'UTC'`,
  'timestamptz timestamp': (own) => `${own} at time zone 'UTC'`,
  'date timestamptz': (own) => `${own}::timestamp at time zone 'UTC'`,
  'timestamptz date': (own) => `(${own} at time zone 'UTC')::date`,
  'timestamptz time': (own) => `(${own} at time zone 'UTC')::time`,
  'timestamptz timetz': (own) => `${own}::timetz at time zone 'UTC'`,
  // AT TIME ZONE would cast a time first.
  'time timetz': (own) => `(${own}::text || '+00')::timetz`,
}
