import { decrypt, encrypt, TokenError } from '../../client/tokens.ts'
import type { KeyRing, TokenColumn } from '../../client/tokens.ts'
import { UserError } from '../../src/errors.ts'
import type { Talk } from '../../src/files/context.ts'
import { sql } from '../../src/postgres/connect.ts'
import type { Queryable } from '../../src/postgres/connect.ts'
import { refuseMissing, whyNotCurrent } from './key-ring.ts'
import { readKeys } from './registered-keys.ts'
import { countTokens, readTokens, tokenSources } from './stored-tokens.ts'
import type { StoredToken, TokenSource } from './stored-tokens.ts'

/** What a rotation works with. */
export interface Rotation {
  readonly ring: KeyRing
  /** How many rows a statement changes. */
  readonly batch: number
  readonly talk: Talk
}

/** What became of the tokens of a column. */
export interface RotatedColumn {
  readonly column: TokenColumn
  readonly rotated: number
  /** Tokens that name a retired version still: no key opens them. */
  readonly left: number
}

/**
 * Encrypts every token that names a retired version again, with the ring's first key. Each batch is one statement and
 * one transaction, so an interrupted rotation continues with what is left. A row that changes meanwhile is left to
 * who changed it: the database takes no token of a retired key. Throws UserError for a ring that cannot do it.
 */
export async function rotateTokens(db: Queryable, rotation: Rotation): Promise<RotatedColumn[]> {
  const keys = await readKeys(db)
  const retired = keys.filter((key) => key.retired)
  const versions = retired.map(({ version }) => version)
  const due = (await countTokens(db)).filter(({ version }) => versions.includes(version))
  if (due.length === 0) return []
  const obstacle = whyNotCurrent(rotation.ring, keys)
  if (obstacle !== undefined) throw new UserError(obstacle)
  refuseMissing(
    rotation.ring,
    retired.filter((key) => due.some(({ version }) => version === key.version)),
  )
  const columns: RotatedColumn[] = []
  for (const source of tokenSources) {
    const own = due.filter(({ column }) => column === source.column)
    const total = own.reduce((sum, { count }) => sum + count, 0)
    if (total > 0) columns.push(await rotateColumn(db, source, { ...rotation, versions, total }))
  }
  return columns
}

interface ColumnRotation extends Rotation {
  readonly versions: readonly number[]
  readonly total: number
}

async function rotateColumn(
  db: Queryable,
  source: TokenSource,
  { ring, batch, talk, versions, total }: ColumnRotation,
): Promise<RotatedColumn> {
  const { column } = source
  let [after, rotated, left]: [string | undefined, number, number] = [undefined, 0, 0]
  for (;;) {
    const tokens = await readTokens(db, source, { after, limit: batch, versions })
    if (tokens.length === 0) return { column, rotated, left }
    after = tokens.at(-1)?.id
    const changes = tokens.flatMap((token) => changeOf(token, column, ring))
    rotated += await writeTokens(db, source, changes)
    left += tokens.length - changes.length
    talk.step(`${column}: ${rotated.toLocaleString('en')} of ${total.toLocaleString('en')} tokens`)
  }
}

interface Change {
  readonly id: string
  readonly from: string
  readonly to: string
}

/** A token in its next encryption; nothing for one that does not open, which must not keep the others waiting. */
function changeOf(stored: StoredToken, column: TokenColumn, ring: KeyRing): Change[] {
  const place = { userId: stored.userId, provider: stored.provider, column }
  try {
    const to = encrypt(decrypt(stored.token, place, ring), place, ring)
    return [{ id: stored.id, from: stored.token, to }]
  } catch (error) {
    if (error instanceof TokenError) return []
    throw error
  }
}

/**
 * Writes those tokens that are still what was read, and counts them. The rows are locked in the order of their keys:
 * two rotations at once never wait for each other in a cycle.
 */
async function writeTokens(
  db: Queryable,
  { table, name, token }: TokenSource,
  changes: readonly Change[],
): Promise<number> {
  const ids = changes.map(({ id }) => id)
  const [row] = await db.query(sql`
    with locked as materialized (
      select t.id
      from ${table} as t
      where t.id = any(${ids}::uuid[])
      order by t.id
      for no key update
    ),
    written as (
      update ${table} as t
      set ${name} = change.to
      from unnest(
        ${ids}::uuid[],
        ${changes.map(({ from }) => from)}::text[],
        ${changes.map(({ to }) => to)}::text[]
      ) as change (id, "from", "to")
      join locked on locked.id = change.id
      where t.id = change.id and ${token}::text = change.from
      returning 1
    )
    select count(*)::integer as count from written
  `)
  return Number(row.count)
}
