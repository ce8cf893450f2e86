import { askedAgain, sql } from '../../postgres/connect.ts'
import type { SQLQuery, Transaction } from '../../postgres/connect.ts'
import { ofDatabase, readFirstRole, roleMark } from '../portable.ts'
import { isInside } from '../ignored.ts'
import { marksOf, readChecksums } from '../initdb-checksums.ts'
import { byText } from '../observe.ts'
import type { ObservedLine } from '../observed-line.ts'
import { readColumnOrder, survey } from '../survey.ts'
import type { ObserveOptions, Survey } from '../survey.ts'

/** What the observer sees of a database, summed up by catalog: nobody has to send lines that are alike on both sides. */
export interface Digest {
  /** The major version of the server. */
  readonly version: number
  /** By catalog: how many lines there are and what they come to. Alike where the lines are. */
  readonly sums: Readonly<Record<string, string>>
  /**
   * By catalog what the rows that initdb made are known by, where they are not in the sums. Where two are alike, so are
   * the rows; those of two servers never are.
   */
  readonly marks: Marks
  /** The catalogs that were read, and what the fields of their lines are called. */
  readonly fields: Readonly<Record<string, readonly string[]>>
  readonly columnOrder: Readonly<Record<string, string>>
  readonly unreadable: readonly string[]
}

/** What rows that initdb made are known by, by catalog. */
export type Marks = Readonly<Record<string, string>>

/** What to look at, and whether it is compared with a database of another server. */
export interface DigestOptions extends Omit<ObserveOptions, 'builtIns'> {
  readonly portable: boolean
  /** Whether what initdb made is only marked: it may be compared within one server alone. */
  readonly marked?: boolean
}

/** A digest, and what it was made of. */
interface Summed {
  readonly digest: Digest
  readonly found: Survey
}

/** Sums up what the observer sees, inside a transaction of the caller's. The server does it: no line leaves it. */
export async function readDigestWithin(tx: Transaction, options: DigestOptions): Promise<Digest> {
  return (await sumUpWithin(tx, options)).digest
}

/** The same, with what it was made of. What was surveyed before is not looked up again. */
export async function sumUpWithin(
  given: Transaction,
  options: DigestOptions,
  surveyed?: Survey,
): Promise<Summed> {
  const tx = askedAgain(given)
  const found = surveyed ?? (await survey(tx, options))
  const { version, fields, unreadable } = found
  const { sums, written } = await readSums(tx, found, {
    counted: sql`not line."builtIn"`,
    fields: sql`line.fields`,
  })
  const { marks, builtIns } = await readBuiltIns(tx, { found, written }, options)
  const told = found.catalogs.filter(({ name }) => !options.portable || !ofDatabase.has(name))
  const inAll = told.map(({ name }) => [name, `${sums.get(name) ?? ''} ${builtIns[name] ?? ''}`])
  const digest = {
    version,
    sums: Object.fromEntries(inAll),
    marks,
    fields,
    columnOrder: await readColumnOrder(tx, found),
    unreadable,
  }
  return { digest, found }
}

/** The catalogs that two users may read alike and that do not come to the same. */
export function differingCatalogs(left: Digest, right: Digest): string[] {
  return readAlike(left, right)
    .filter((name) => left.sums[name] !== right.sums[name])
    .toSorted()
}

/** The catalogs in which what initdb made has other marks. */
export function otherwiseMarked(left: Digest, right: Digest): string[] {
  return readAlike(left, right).filter((name) => left.marks[name] !== right.marks[name])
}

function readAlike(left: Digest, right: Digest): string[] {
  const names = new Set([...Object.keys(left.fields), ...Object.keys(right.fields)])
  return [...names].filter((name) => left.fields[name]?.join(',') === right.fields[name]?.join(','))
}

/** What initdb made, summed up line by line, as it was read in this process: by what it is known by. */
const known = new Map<string, string>()

interface BuiltIns {
  readonly marks: Marks
  /** What they come to, by catalog. */
  readonly builtIns: Readonly<Record<string, string>>
}

interface Found {
  readonly found: Survey
  /** What of it somebody wrote since. */
  readonly written: readonly ObservedLine[]
}

async function readBuiltIns(
  tx: Transaction,
  { found, written }: Found,
  { portable, marked = false, ...options }: DigestOptions,
): Promise<BuiltIns> {
  if (isInside(options.ignoreSchemas ?? [])) return { marks: {}, builtIns: {} }
  if (!portable && !marked) return { marks: {}, builtIns: await readChecksums(tx, found, written) }
  const marks = marksIn(found, written, options)
  if (marked) return { marks, builtIns: {} }
  return { marks: {}, builtIns: await sumBuiltIns(marks, options, async (use) => use(tx)) }
}

function marksIn(found: Survey, written: readonly ObservedLine[], options: ObserveOptions): Marks {
  const view = JSON.stringify(options.ignoreSchemas ?? [])
  return Object.fromEntries([...marksOf(found, written)].map(([name, mark]) => [name, mark + view]))
}

/**
 * What initdb made, by catalog, so that it can be compared with another server's: line by line, since its numbers are a
 * server's own, and with one name for its superuser. Alike in all databases of a server where nobody wrote to it: what
 * is known by its mark is not read again. `within` opens the database that has the marks.
 */
export async function sumBuiltIns(
  marks: Marks,
  options: ObserveOptions,
  within: (use: (tx: Transaction) => Promise<void>) => Promise<void>,
): Promise<Record<string, string>> {
  const unknown = Object.entries(marks).filter(([, mark]) => !known.has(mark))
  if (unknown.length > 0)
    await within(async (given) => {
      const tx = askedAgain(given)
      const role = await readFirstRole(tx)
      const only = unknown.map(([name]) => name)
      const all = await survey(tx, { ...options, builtIns: 'all', only })
      const { sums } = await readSums(tx, all, {
        counted: sql`line."builtIn"`,
        fields: renamed(role),
      })
      for (const [name, mark] of unknown) known.set(mark, sums.get(name) ?? '')
    })
  return Object.fromEntries(
    Object.entries(marks).map(([name, mark]) => [name, known.get(mark) ?? '']),
  )
}

function renamed(role: string): SQLQuery {
  return sql`case
    when pg_catalog.strpos(line.fields, ${role}) > 0
      then pg_catalog.regexp_replace(line.fields, ${wholeWord(role)}, ${roleMark}, 'g')
    else line.fields
  end`
}

function wholeWord(name: string): string {
  const spelled = name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  return `(?<![[:alnum:]_])${spelled}(?![[:alnum:]_])`
}

interface Sums {
  readonly sums: ReadonlyMap<string, string>
  /** The lines that are not counted: of what initdb made, those that somebody wrote since. */
  readonly written: readonly ObservedLine[]
}

/** One query: to compile it takes longer than to run it. */
async function readSums(
  tx: Transaction,
  { lines }: Survey,
  { counted, fields }: { readonly counted: SQLQuery; readonly fields: SQLQuery },
): Promise<Sums> {
  if (lines.of.size === 0) return { sums: new Map(), written: [] }
  const head = sql.__dangerous__rawValue(lines.head)
  const body = sql.__dangerous__rawValue([...lines.of.values()].join('\nunion all\n'))
  const rows: (ObservedLine & { readonly counted: boolean })[] = await tx.query(sql`
    with ${head}, line as materialized (${body})
    select line.catalog, false as counted, line."builtIn", line.object, line.fields
    from line
    where line."builtIn" and not (${counted})
    union all
    select
      line.catalog,
      true,
      false,
      '',
      pg_catalog.concat(
        count(*),
        ' ',
        sum(pg_catalog.hashtextextended(pg_catalog.concat(line.object, E'\n', ${fields}), 0))
      )
    from line
    where ${counted}
    group by line.catalog
  `)
  const [sums, written] = [true, false].map((isCounted) =>
    rows.filter((row) => row.counted === isCounted),
  )
  return {
    sums: new Map(sums?.map((row) => [row.catalog, row.fields])),
    written: written?.toSorted(byText) ?? [],
  }
}
