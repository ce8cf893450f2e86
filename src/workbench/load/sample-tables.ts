import type { Sample } from '../../files/samples.ts'
import { sql } from '../../postgres/connect.ts'
import type { Session } from '../../postgres/connect.ts'
import { quoteQualified } from '../../sql/quote.ts'
import type { LoadedSample } from './sample-rows.ts'

/**
 * The files of those that were loaded whose rows are left: a table that was dropped took its rows along. The next table
 * of that name counts where it has rows, which it took over; where it has none the file is to be tried again.
 */
export async function readLeft(
  admin: Session,
  samples: readonly Sample[],
  loaded: readonly LoadedSample[],
): Promise<LoadedSample[]> {
  const there = await readTables(admin, loaded)
  const left: LoadedSample[] = []
  for (const { file, oid } of loaded) {
    if (oid === null || there.has(oid)) left.push({ file, oid })
    else left.push(...(await readHeir(admin, file, samples)))
  }
  return left
}

async function readTables(
  admin: Session,
  loaded: readonly LoadedSample[],
): Promise<ReadonlySet<string>> {
  const oids = loaded.flatMap(({ oid }) => (oid === null ? [] : [oid]))
  const rows: { readonly oid: string }[] = await admin.query(sql`
    select c.oid::text as oid
    from pg_catalog.pg_class as c
    where c.oid = any(${oids}::oid[])
    order by c.oid
  `)
  return new Set(rows.map(({ oid }) => oid))
}

async function readHeir(
  admin: Session,
  file: string,
  samples: readonly Sample[],
): Promise<LoadedSample[]> {
  const sample = samples.find((each) => each.file === file)
  if (sample === undefined) return []
  const name = quoteQualified(sample.schema, sample.table)
  const [table] = await admin.query(
    sql`select pg_catalog.to_regclass(${name})::oid::text as oid where pg_catalog.to_regclass(${name}) is not null`,
  )
  if (table === undefined) return []
  const rows = await admin.query(sql`select 1 from ${sql.__dangerous__rawValue(name)} limit 1`)
  return rows.length === 0 ? [] : [{ file, oid: String(table.oid) }]
}
