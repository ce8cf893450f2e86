import type { Sample } from '../../files/samples.ts'
import { SQLErrorCode, isSQLError, sendText, sql } from '../../postgres/connect.ts'
import type { Queryable } from '../../postgres/connect.ts'
import { messageLine } from '../../postgres/server-error.ts'

/** Which sample rows a database has. */
export interface SampleRows {
  /** The files whose rows are in it, in the order in which they were loaded. */
  readonly loaded: readonly LoadedSample[]
  /** The files that waited for a migration which fails over their rows, ordered by file. */
  readonly late: readonly LateSample[]
  /** Why the rows of other tables are not in it. */
  readonly unloaded: readonly UnloadedSample[]
}

/** A file whose rows are there; the number of its table stays when the table gets another name. */
export interface LoadedSample {
  readonly file: string
  /** Null where no table has the file's name. */
  readonly oid: string | null
}

/** A file that waited, the migration after which it was loaded, and how that failed over its rows. */
export interface LateSample {
  readonly file: string
  readonly after: string
  readonly why: string
}

/** A table as SQL spells it, and what PostgreSQL said. */
interface UnloadedSample {
  readonly table: string
  readonly why: string
}

/** No sample rows at all. */
export const noSampleRows: SampleRows = { loaded: [], late: [], unloaded: [] }

/**
 * Loads those files of samples that can be loaded into a database as it is. A file that refers to rows of another one
 * is tried again after it. Rows that do not load are no error: they may be made for another version than this one.
 */
export async function fillSamples(
  db: Queryable,
  samples: readonly Sample[],
): Promise<Pick<SampleRows, 'loaded' | 'unloaded'>> {
  const loaded: Sample[] = []
  const reasons = new Map<Sample, string>()
  for (let waiting = samples; waiting.length > 0;) {
    const left: Sample[] = []
    for (const sample of waiting) {
      const refusal = await load(db, sample)
      if (refusal === undefined) loaded.push(sample)
      else reasons.set(sample, refusal.why)
      if (refusal?.again === true) left.push(sample)
    }
    if (left.length === waiting.length) break
    waiting = left
  }
  return describe(await readTables(db, samples), loaded, reasons)
}

async function load(
  db: Queryable,
  { text }: Sample,
): Promise<{ readonly why: string; readonly again: boolean } | undefined> {
  try {
    await db.tx(async (tx) => sendText(tx, text))
    return undefined
  } catch (error) {
    if (!isSQLError(error)) throw error
    return { why: messageLine(error), again: error.code === SQLErrorCode.FOREIGN_KEY_VIOLATION }
  }
}

/** The tables of files by their numbers, and as SQL spells them. */
type Tables = ReadonlyMap<string, { readonly oid: string | null; readonly spelled: string }>

function describe(
  tables: Tables,
  loaded: readonly Sample[],
  reasons: ReadonlyMap<Sample, string>,
): Pick<SampleRows, 'loaded' | 'unloaded'> {
  return {
    loaded: loaded.map(({ file }) => ({ file, oid: tables.get(file)?.oid ?? null })),
    unloaded: [...reasons]
      .filter(([sample]) => !loaded.includes(sample))
      .map(([{ file }, why]) => ({ table: tables.get(file)?.spelled ?? file, why })),
  }
}

async function readTables(db: Queryable, samples: readonly Sample[]): Promise<Tables> {
  const rows: { readonly file: string; readonly oid: string | null; readonly spelled: string }[] =
    await db.query(sql`
      select
        s.file,
        pg_catalog.to_regclass(pg_catalog.format('%I.%I', s.schema, s.name))::oid::text as oid,
        pg_catalog.format('%I.%I', s.schema, s.name) as spelled
      from
        unnest(
          ${samples.map(({ file }) => file)}::text[],
          ${samples.map(({ schema }) => schema)}::text[],
          ${samples.map(({ table }) => table)}::text[]
        ) as s (file, schema, name)
      order by s.file
    `)
  return new Map(rows.map(({ file, oid, spelled }) => [file, { oid, spelled }]))
}
