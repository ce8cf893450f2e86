import type { TokenColumn } from '../../client/tokens.ts'
import { sql } from '../../src/postgres/connect.ts'
import type { Queryable, SQLQuery } from '../../src/postgres/connect.ts'

/** A column of tokens, and how its rows say whose they are. */
export interface TokenSource {
  readonly column: TokenColumn
  readonly table: SQLQuery
  /** The column without its table, as a statement sets it. */
  readonly name: SQLQuery
  readonly token: SQLQuery
  /** The generated column with the version of the token's key. */
  readonly version: SQLQuery
  readonly user: SQLQuery
  readonly provider: SQLQuery
}

/** A token as it is stored. */
export interface StoredToken {
  /** The primary key of its row. */
  readonly id: string
  readonly userId: string
  readonly provider: string
  readonly token: string
  readonly version: number
}

/** Every column that holds tokens. */
export const tokenSources: readonly TokenSource[] = [
  sourceOf('oauth_tokens.access_token', 'key_version'),
  sourceOf('oauth_tokens.refresh_token', 'refresh_key_version'),
  sourceOf('user_tokens.access_token', 'key_version'),
  sourceOf('user_tokens.refresh_token', 'refresh_key_version'),
  sourceOf('profiles.google_access_token', 'google_key_version'),
  sourceOf('profiles.google_refresh_token', 'google_refresh_key_version'),
]

/** Which tokens of a column to read: at most `limit`, by primary key after `after`. */
export interface Batch {
  readonly after: string | undefined
  readonly limit: number
  /** Only tokens of these versions; all of them when undefined. */
  readonly versions?: readonly number[]
}

/** Reads a batch of tokens, ordered by primary key. */
export async function readTokens(
  db: Queryable,
  { table, token, version, user, provider }: TokenSource,
  { after, limit, versions }: Batch,
): Promise<StoredToken[]> {
  return db.query(sql`
    select
      t.id::text as id,
      ${user}::text as "userId",
      ${provider}::text as provider,
      ${token}::text as token,
      ${version} as version
    from ${table} as t
    where
      ${token} is not null
      ${after === undefined ? sql`` : sql`and t.id > ${after}::uuid`}
      ${versions === undefined ? sql`` : sql`and ${version} = any(${versions}::integer[])`}
    order by t.id
    limit ${limit}
  `)
}

/** How many tokens of a column name a version. */
export interface TokenCount {
  readonly column: TokenColumn
  readonly version: number
  readonly count: number
}

/** Counts the tokens of each column and version, ordered by both. */
export async function countTokens(db: Queryable): Promise<TokenCount[]> {
  const each = tokenSources.map(
    ({ column, table, version }) => sql`
      select ${column}::text as column, ${version} as version, count(*)::integer as count
      from ${table} as t
      where ${version} is not null
      group by ${version}
    `,
  )
  return db.query(sql`${sql.join(each, sql` union all `)} order by version, "column"`)
}

function field(name: string): SQLQuery {
  return sql.ident('t', name)
}

function sourceOf(column: TokenColumn, version: string): TokenSource {
  const [table = '', name = ''] = column.split('.')
  const ofProfiles = table === 'profiles'
  return {
    column,
    table: sql.ident('public', table),
    name: sql.ident(name),
    token: field(name),
    version: field(version),
    user: field(ofProfiles ? 'id' : 'user_id'),
    provider: ofProfiles ? sql`'google'` : field('provider'),
  }
}
