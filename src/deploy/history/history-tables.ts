import { UserError } from '../../errors.ts'
import { sql } from '../../postgres/connect.ts'
import type { Queryable } from '../../postgres/connect.ts'
import { readHistory } from './history.ts'
import type { History } from './history.ts'

/**
 * Has the tables of the histories ready to be written: Atlas's table is created where it is missing, the Supabase
 * CLI's gets the columns that old versions of the CLI did not make. That one is never created: its being there shows
 * that the CLI is in use. What is complete is not touched, so that a user who may only write it can go on.
 */
export async function prepareHistory(db: Queryable): Promise<void> {
  const [found] = await db.query(sql`
    select
      pg_catalog.to_regclass('atlas_schema_revisions.atlas_schema_revisions') is null as "lacksAtlas",
      exists (
        select 1
        from pg_catalog.pg_attribute as a
        where a.attrelid = pg_catalog.to_regclass('supabase_migrations.schema_migrations')
        having count(*) filter (where a.attname in ('statements', 'name') and not a.attisdropped) < 2
          and count(*) > 0
      ) as "lacksColumns"
  `)
  if (found.lacksAtlas === true) await createAtlasTable(db)
  if (found.lacksColumns === true) await completeSupabaseTable(db)
}

/** The versions that each history has; undefined where its table is not there. */
export interface KnownVersions {
  readonly atlas: readonly string[] | undefined
  readonly supabase: readonly string[] | undefined
}

/** The versions that the histories have when some are added to them and others are gone. */
export function knownVersions(
  { atlas, supabase }: History,
  {
    added = [],
    gone = [],
  }: { readonly added?: readonly string[]; readonly gone?: readonly string[] },
): KnownVersions {
  const change = (rows: readonly { readonly version: string }[]): readonly string[] =>
    [...rows.map(({ version }) => version), ...added].filter((version) => !gone.includes(version))
  return {
    atlas: atlas === undefined && added.length === 0 ? undefined : change(atlas ?? []),
    supabase: supabase && change(supabase),
  }
}

/**
 * Throws UserError when a version is missing from one of the histories, or its table. No tool could continue after a
 * migration that drops or empties them.
 */
export async function refuseLostHistory(
  db: Queryable,
  known: KnownVersions,
  path: string,
): Promise<void> {
  const history = await readHistory(db)
  const lost = [...lostOf(known.atlas, history.atlas), ...lostOf(known.supabase, history.supabase)]
  if (lost.length === 0) return
  throw new UserError(
    `${path}: removes the history of migrations (of ${[...new Set(lost)].toSorted().join(', ')}), which no migration may touch. The file was rolled back.`,
  )
}

function lostOf(
  known: readonly string[] | undefined,
  rows: readonly { readonly version: string }[] | undefined,
): readonly string[] {
  if (known === undefined) return []
  if (rows === undefined) return known.length === 0 ? ['no version'] : known
  const left = new Set(rows.map(({ version }) => version))
  return known.filter((version) => !left.has(version))
}

/** The columns that Atlas itself makes (ariga.io/atlas, cmd/atlas, Revision). */
async function createAtlasTable(db: Queryable): Promise<void> {
  await db.query([
    sql`create schema if not exists atlas_schema_revisions`,
    sql`
      create table if not exists atlas_schema_revisions.atlas_schema_revisions (
        version character varying not null,
        description character varying not null,
        type bigint not null default 2,
        applied bigint not null default 0,
        total bigint not null default 0,
        executed_at timestamp with time zone not null,
        execution_time bigint not null,
        error text,
        error_stmt text,
        hash character varying not null,
        partial_hashes jsonb,
        operator_version character varying not null,
        primary key (version)
      )
    `,
  ])
}

async function completeSupabaseTable(db: Queryable): Promise<void> {
  await db.query(sql`
    alter table supabase_migrations.schema_migrations
      add column if not exists statements text[],
      add column if not exists name text
  `)
}
