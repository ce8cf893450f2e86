import { askedAgain, sql } from '../postgres/connect.ts'
import type { SQLQuery, Transaction } from '../postgres/connect.ts'
import { ofDatabase, readFirstRole, roleMark } from './portable.ts'
import { isInside } from './ignored.ts'
import { marksOf, readChecksums } from './initdb-checksums.ts'
import { byText } from './observe.ts'
import type { ObservedLine } from './observed-line.ts'
import { survey } from './survey.ts'
import type { ObserveOptions, Survey } from './survey.ts'

/** What the observer sees of a database, summed up by catalog: nobody has to send lines that are alike on both sides. */
export interface Digest {
  /** The major version of the server. */
  readonly version: number
  /** By catalog: how many lines there are and what they come to. Alike where the lines are. */
  readonly sums: Readonly<Record<string, string>>
  /** The catalogs that were read, and what the fields of their lines are called. */
  readonly fields: Readonly<Record<string, readonly string[]>>
  readonly columnOrder: Readonly<Record<string, string>>
  readonly unreadable: readonly string[]
}

/** What to look at, and whether it is compared with a database of another server. */
export interface DigestOptions extends Omit<ObserveOptions, 'builtIns'> {
  readonly portable: boolean
}

/** Sums up what the observer sees, inside a transaction of the caller's. The server does it: no line leaves it. */
export async function readDigestWithin(
  given: Transaction,
  { portable, ...options }: DigestOptions,
): Promise<Digest> {
  const tx = askedAgain(given)
  const found = await survey(tx, options)
  const { version, fields, columnOrder, unreadable } = found
  const { sums, written } = await readSums(tx, found, {
    counted: sql`not line."builtIn"`,
    fields: sql`line.fields`,
  })
  const builtIns = isInside(options.ignoreSchemas ?? [])
    ? {}
    : portable
      ? await sumBuiltIns(tx, { found, written, options })
      : await readChecksums(tx, found, written)
  const told = found.catalogs.filter(({ name }) => !portable || !ofDatabase.has(name))
  return {
    version,
    sums: Object.fromEntries(
      told.map(({ name }) => [name, `${sums.get(name) ?? ''} ${builtIns[name] ?? ''}`]),
    ),
    fields,
    columnOrder,
    unreadable,
  }
}

/** The catalogs that two users may read alike and that do not come to the same. */
export function differingCatalogs(left: Digest, right: Digest): string[] {
  const names = new Set([...Object.keys(left.fields), ...Object.keys(right.fields)])
  return [...names]
    .filter((name) => left.fields[name]?.join(',') === right.fields[name]?.join(','))
    .filter((name) => left.sums[name] !== right.sums[name])
    .toSorted()
}

/** What initdb made, summed up line by line, as it was read in this process: by what it is known by. */
const known = new Map<string, string>()

interface BuiltIns {
  readonly found: Survey
  /** What of it somebody wrote since. */
  readonly written: readonly ObservedLine[]
  readonly options: ObserveOptions
}

/**
 * What initdb made, by catalog, so that it can be compared with another server's: line by line, since its numbers are a
 * server's own, and with one name for its superuser. Alike in all databases of a server where nobody wrote to it.
 */
async function sumBuiltIns(
  tx: Transaction,
  { found, written, options }: BuiltIns,
): Promise<Record<string, string>> {
  const view = JSON.stringify(options.ignoreSchemas ?? [])
  const marks = new Map([...marksOf(found, written)].map(([name, mark]) => [name, mark + view]))
  const only = [...marks].filter(([, mark]) => !known.has(mark)).map(([name]) => name)
  if (only.length > 0) {
    const role = await readFirstRole(tx)
    const all = await survey(tx, { ...options, builtIns: 'all', only })
    const { sums } = await readSums(tx, all, {
      counted: sql`line."builtIn"`,
      fields: renamed(role),
    })
    for (const name of only) known.set(marks.get(name) ?? name, sums.get(name) ?? '')
  }
  return Object.fromEntries([...marks].map(([name, mark]) => [name, known.get(mark) ?? '']))
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
  if (lines === undefined) return { sums: new Map(), written: [] }
  const head = sql.__dangerous__rawValue(lines.head)
  const body = sql.__dangerous__rawValue(lines.body)
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
