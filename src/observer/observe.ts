import { askedAgain, sendText, sql } from '../postgres/connect.ts'
import type { Queryable, Transaction } from '../postgres/connect.ts'
import { isInside } from './ignored.ts'
import { readChecksums } from './initdb-checksums.ts'
import type { ObservedLine } from './observed-line.ts'
import { parseRow } from './row-text.ts'
import { readColumnOrder, survey } from './survey.ts'
import type { ObserveOptions, Survey } from './survey.ts'

export type { ObserveOptions }

/** What a database is, as its catalogs print it. */
export interface Observation {
  /** The major version of the server. */
  readonly version: number
  /** Sorted by catalog, object and fields. */
  readonly lines: readonly ObservedLine[]
  /** The catalogs that were read, and what the fields of their lines are called. */
  readonly fields: Readonly<Record<string, readonly string[]>>
  /** Which lines there are of what initdb made: those that somebody wrote since, or each. */
  readonly builtIns: 'written' | 'all'
  /** Where there are not all: what initdb made, summed up by catalog. Alike within a server where nobody changed it. */
  readonly checksums: Readonly<Record<string, string>>
  /** The columns of each table in their order. */
  readonly columnOrder: Readonly<Record<string, string>>
  /** Catalogs, or columns of them, that this user may not read: nothing is said of them. */
  readonly unreadable: readonly string[]
}

/**
 * Looks at a database without knowing kinds of objects: prints every row of every catalog that belongs to it and that
 * somebody made or changed, in one snapshot. What PostgreSQL declares of its catalogs says which number names which
 * object, so that kinds and columns that nobody thought of are seen too. Shares no code with what reads catalogs for
 * planning.
 */
export async function observe(db: Queryable, options: ObserveOptions = {}): Promise<Observation> {
  return db.tx(async (tx) => {
    await sendText(tx, 'set transaction isolation level repeatable read read only')
    return observeWithin(tx, options)
  })
}

/** As observe, inside a transaction of the caller's: what it has done so far is seen. */
export async function observeWithin(
  given: Transaction,
  options: ObserveOptions = {},
): Promise<Observation> {
  const tx = askedAgain(given)
  const found = await survey(tx, options)
  const { version, fields, unreadable } = found
  const lines = await readLines(tx, found)
  // None of them is told: then they are alike.
  const builtIns = isInside(options.ignoreSchemas ?? []) ? 'all' : found.builtIns
  const checksums = builtIns === 'all' ? {} : await readChecksums(tx, found, lines)
  const columnOrder = await readColumnOrder(tx, found)
  return { version, lines, fields, builtIns, checksums, columnOrder, unreadable }
}

/** Reads the lines of what was surveyed, or of some of its catalogs. */
export async function readLines(
  db: Queryable,
  { lines: { head, of } }: Survey,
  only: readonly string[] = [...of.keys()],
): Promise<ObservedLine[]> {
  const queries = only.flatMap((name) => of.get(name) ?? [])
  if (queries.length === 0) return []
  const rows: ObservedLine[] = await db.query(
    sql.__dangerous__rawValue(`with ${head} ${queries.join('\nunion all\n')}`),
  )
  return rows.map((row) => ({ ...row, object: describeObject(row.object) })).toSorted(byText)
}

/** pg_identify_object answers a row: type, schema, name, identity. */
function describeObject(text: string): string {
  if (!text.startsWith('(')) return text
  const [type, , , identity] = parseRow(text)
  return `${type ?? 'object'} ${identity ?? 'unknown'}`
}

/** The order of lines: by catalog, object and fields. */
export function byText(a: ObservedLine, b: ObservedLine): number {
  return (
    compareTexts(a.catalog, b.catalog) ||
    compareTexts(a.object, b.object) ||
    compareTexts(a.fields, b.fields)
  )
}

/** By code unit, the same on every machine. */
function compareTexts(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
