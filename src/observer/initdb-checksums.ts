import { sql } from '../postgres/connect.ts'
import type { Queryable } from '../postgres/connect.ts'
import type { Catalog } from './catalog-columns.ts'
import { checksumQuery } from './line-query.ts'
import type { ObservedLine } from './observed-line.ts'
import type { Survey } from './survey.ts'

/** The checksums that were read in this process, by what they follow from. */
const known = new Map<string, string>()

/**
 * What initdb made, summed up by catalog. What nobody wrote since is alike in every database of a server: where the
 * same rows are there and those that somebody wrote say the same, so does the checksum, and is not read again. Of
 * `lines` those about what initdb made and somebody wrote since are enough.
 */
export async function readChecksums(
  db: Queryable,
  found: Survey,
  lines: readonly ObservedLine[],
): Promise<Record<string, string>> {
  const { catalogs, newest } = found
  const marks = marksOf(found, lines)
  const unknown = catalogs.filter(({ name }) => {
    const mark = marks.get(name)
    return mark !== undefined && !known.has(mark)
  })
  for (const [catalog, checksum] of await sumUp(db, unknown, newest))
    known.set(marks.get(catalog) ?? catalog, checksum)
  return Object.fromEntries([...marks].map(([catalog, mark]) => [catalog, known.get(mark) ?? '']))
}

async function sumUp(
  db: Queryable,
  catalogs: readonly Catalog[],
  newest: number,
): Promise<(readonly [string, string])[]> {
  if (catalogs.length === 0) return []
  const queries = catalogs.map((catalog) => checksumQuery(catalog, newest))
  const rows: { readonly catalog: string; readonly checksum: string }[] = await db.query(
    sql.__dangerous__rawValue(queries.join('\nunion all\n')),
  )
  return rows.map(({ catalog, checksum }) => [catalog, checksum])
}

/** What the rows that initdb made of each catalog are known by, by its name; nothing of catalogs for all databases. */
export function marksOf(
  { catalogs, newest, server, uses }: Survey,
  lines: readonly ObservedLine[],
): ReadonlyMap<string, string> {
  const written = Map.groupBy(
    lines.filter(({ builtIn }) => builtIn),
    ({ catalog }) => catalog,
  )
  return new Map(
    catalogs
      .filter(({ shared }) => !shared)
      .map(({ name, columns }) => [
        name,
        JSON.stringify([
          server,
          newest,
          name,
          columns.filter(({ readable }) => readable).length,
          uses.get(name)?.builtIns,
          written.get(name)?.map(({ object, fields }) => [object, fields]),
        ]),
      ]),
  )
}
