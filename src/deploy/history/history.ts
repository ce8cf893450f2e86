import { UserError } from '../../errors.ts'
import { isSQLError, sql } from '../../postgres/connect.ts'
import type { Queryable } from '../../postgres/connect.ts'
import { messageLine } from '../../postgres/server-error.ts'

/** How a version came into the history: Atlas's flags of a revision; `resolved` is set by hand. */
export const revisionType = { baseline: 1, executed: 2, resolved: 4 } as const

/**
 * A row of Atlas's table of revisions (ariga.io/atlas, sql/migrate, Revision). `type` is a sum of flags. `hash` is
 * the file's line in atlas.sum without `h1:`; empty in baselines that Atlas itself wrote.
 */
export interface Revision {
  readonly version: string
  readonly description: string
  readonly type: number
  readonly applied: number
  readonly total: number
  /** Null where there is none: Atlas itself writes an empty text. */
  readonly error: string | null
  /** The text of the statement that was begun or that failed; null where there is none. */
  readonly errorStatement: string | null
  readonly hash: string
  /** Of the statements that are done, where not all are. */
  readonly partialHashes: readonly string[]
  /** Who wrote the row, such as `Atlas CLI v1.2.3`. */
  readonly operator: string
  /** As `2026-01-31T09:30:00.000Z`. */
  readonly executedAt: string
}

/** What a database says was applied to it. */
export interface History {
  /** Atlas's rows by version; undefined when the database has no such table. */
  readonly atlas: readonly Revision[] | undefined
  /** What the Supabase CLI knows; undefined when the database has no such table. */
  readonly supabase: readonly SupabaseVersion[] | undefined
}

/** A row of the Supabase CLI's table; old versions of it wrote no names. */
export interface SupabaseVersion {
  readonly version: string
  readonly name: string | null
}

/** Reads both histories, each where its table exists. Throws UserError for a table that has another form. */
export async function readHistory(db: Queryable): Promise<History> {
  const [there] = await db.query(sql`
    select
      pg_catalog.to_regclass('atlas_schema_revisions.atlas_schema_revisions') is not null as atlas,
      pg_catalog.to_regclass('supabase_migrations.schema_migrations') is not null as supabase
  `)
  return {
    atlas:
      there.atlas === true ? await readTable(atlasTable, async () => readRevisions(db)) : undefined,
    supabase:
      there.supabase === true
        ? await readTable(supabaseTable, async () => readSupabaseVersions(db))
        : undefined,
  }
}

const atlasTable = 'atlas_schema_revisions.atlas_schema_revisions'
const supabaseTable = 'supabase_migrations.schema_migrations'

async function readTable<T>(name: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    const isOtherForm = isSQLError(error) && otherForm.has(error.code)
    if (!isOtherForm) throw error
    throw new UserError(
      `${name}: not in the form that its tool gives it: ${messageLine(error)}. Was it created by hand, or by a very old version?`,
      { cause: error },
    )
  }
}

/** PostgreSQL's codes for columns, functions and operators that are not there, and for types that do not fit. */
const otherForm: ReadonlySet<string> = new Set(['42703', '42883', '42804'])

/** Every version that either history knows, in text order. */
export function appliedVersions({ atlas = [], supabase = [] }: History): string[] {
  return [...new Set([...atlas, ...supabase].map(({ version }) => version))].toSorted()
}

/** The name under which a history has a version; undefined where none says one. */
export function recordedName(
  { atlas = [], supabase = [] }: History,
  version: string,
): string | undefined {
  const names = [
    atlas.find((row) => row.version === version)?.description,
    supabase.find((row) => row.version === version)?.name,
  ]
  return names.flatMap((name) => name ?? []).find((name) => name !== '')
}

/**
 * The version from which the rows count: Atlas declares all before a baseline by the one row of the baseline itself
 * (ariga.io/atlas, sql/migrate, Executor.Pending). Empty, before every version, where there is none.
 */
export function baselineVersion({ atlas = [] }: History): string {
  const first = atlas[0]
  return first !== undefined && hasFlag(first, revisionType.baseline) ? first.version : ''
}

/** Whether a row is of this type, among others. */
export function hasFlag({ type }: Revision, flag: number): boolean {
  return (type & flag) !== 0
}

async function readRevisions(db: Queryable): Promise<Revision[]> {
  return db.query(sql`
    select
      version,
      description,
      type,
      applied,
      total,
      nullif(error, '') as error,
      nullif(error_stmt, '') as "errorStatement",
      operator_version as operator,
      -- Atlas writes the JSON null when a file is through
      array(
        select pg_catalog.jsonb_array_elements_text(
          case when pg_catalog.jsonb_typeof(partial_hashes) = 'array' then partial_hashes else '[]' end
        )
      ) as "partialHashes",
      hash,
      pg_catalog.to_char(executed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "executedAt"
    from atlas_schema_revisions.atlas_schema_revisions
    -- Atlas keeps an identifier in a row whose version starts with a dot
    where version not like '.%'
    order by version collate "C"
  `)
}

async function readSupabaseVersions(db: Queryable): Promise<SupabaseVersion[]> {
  return db.query(sql`
    select version, pg_catalog.to_jsonb(m) ->> 'name' as name
    from supabase_migrations.schema_migrations as m
    order by version collate "C"
  `)
}
