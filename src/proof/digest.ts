import { sql } from '../postgres/connect.ts'
import type { Transaction } from '../postgres/connect.ts'
import { quoteLiteral } from '../sql/quote.ts'
import { ofDatabase, readFirstRole, roleMark } from './across.ts'
import { readChecksums } from './checksums.ts'
import { byText } from './observe.ts'
import type { ObservedLine } from './observe.ts'
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
  readonly across: boolean
}

/** Sums up what the observer sees, inside a transaction of the caller's. The server does it: no line leaves it. */
export async function readDigestWithin(
  tx: Transaction,
  { across, ...options }: DigestOptions,
): Promise<Digest> {
  const found = await survey(tx, { ...options, builtIns: across ? 'all' : 'written' })
  const { version, fields, columnOrder, unreadable } = found
  const sums = across ? await sumAcross(tx, found) : await sumWithin(tx, found)
  return { version, sums, fields, columnOrder, unreadable }
}

/** The catalogs that two users may read alike and that do not come to the same. */
export function differingCatalogs(left: Digest, right: Digest): string[] {
  const names = new Set([...Object.keys(left.fields), ...Object.keys(right.fields)])
  return [...names]
    .filter((name) => left.fields[name]?.join(',') === right.fields[name]?.join(','))
    .filter((name) => left.sums[name] !== right.sums[name])
    .toSorted()
}

/** Of what initdb made the checksums are enough, and the lines of which they are marked. */
async function sumWithin(tx: Transaction, found: Survey): Promise<Record<string, string>> {
  const { sums, written } = await readSums(tx, found, {
    counted: 'not line."builtIn"',
    fields: 'line.fields',
  })
  const checksums = await readChecksums(tx, found, written)
  return Object.fromEntries(
    found.catalogs.map(({ name }) => [name, `${sums.get(name) ?? ''} ${checksums[name] ?? ''}`]),
  )
}

/** Across servers what initdb made is counted line by line, and its superuser has one name everywhere. */
async function sumAcross(tx: Transaction, found: Survey): Promise<Record<string, string>> {
  const role = await readFirstRole(tx)
  const { sums } = await readSums(tx, found, {
    counted: 'true',
    fields: `case
      when line."builtIn" and pg_catalog.strpos(line.fields, ${quoteLiteral(role)}) > 0
        then pg_catalog.regexp_replace(line.fields, ${quoteLiteral(wholeWord(role))}, ${quoteLiteral(roleMark)}, 'g')
      else line.fields
    end`,
  })
  return Object.fromEntries([...sums].filter(([catalog]) => !ofDatabase.has(catalog)))
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
  { counted, fields }: { readonly counted: string; readonly fields: string },
): Promise<Sums> {
  if (lines === undefined) return { sums: new Map(), written: [] }
  const rows: (ObservedLine & { readonly counted: boolean })[] = await tx.query(
    sql.__dangerous__rawValue(`
      with ${lines.head}, line as materialized (${lines.body})
      select line.catalog, false as counted, line."builtIn", line.object, line.fields
      from line
      where not (${counted})
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
    `),
  )
  const [sums, written] = [true, false].map((isCounted) =>
    rows.filter((row) => row.counted === isCounted),
  )
  return {
    sums: new Map(sums?.map((row) => [row.catalog, row.fields])),
    written: written?.toSorted(byText) ?? [],
  }
}
