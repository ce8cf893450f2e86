import { UserError } from '../../src/errors.ts'
import { sql } from '../../src/postgres/connect.ts'
import type { Queryable } from '../../src/postgres/connect.ts'
import type { Target } from '../../src/targets/target.ts'

/** A key as the database knows it. */
export interface RegisteredKey {
  readonly version: number
  readonly fingerprint: string
  readonly retired: boolean
}

/** Reads the registered keys, ordered by version. */
export async function readKeys(db: Queryable): Promise<RegisteredKey[]> {
  return db.query(sql`
    select k.version, k.fingerprint, k.retired_at is not null as retired
    from private.encryption_keys as k
    order by k.version
  `)
}

/** Throws UserError when the database lacks what keys need: the migrations bring it. */
export async function refuseWithoutKeys({ session, environment }: Target): Promise<void> {
  const [row] = await session.query(sql`
    select
      pg_catalog.to_regclass('private.encryption_keys') is not null
      and pg_catalog.to_regproc('private.check_token_keys') is not null as ready
  `)
  if (row.ready === true) return
  throw new UserError(
    `${environment.name}: the database is at a version that cannot register and retire keys. Apply the migrations first: npm run apply ${environment.name}`,
  )
}

/** Registers a key; false when it was registered already. Throws UserError for another key of that version. */
export async function registerKey(
  db: Queryable,
  { version, fingerprint }: Omit<RegisteredKey, 'retired'>,
): Promise<boolean> {
  const made = await db.query(sql`
    insert into private.encryption_keys (version, fingerprint)
    values (${version}, ${fingerprint})
    on conflict do nothing
    returning version
  `)
  if (made.length > 0) return true
  const known = await readKeys(db)
  if (known.some((key) => key.version === version && key.fingerprint === fingerprint)) return false
  const same = known.find((key) => key.fingerprint === fingerprint)
  const next = Math.max(...known.map((key) => key.version)) + 1
  throw new UserError(
    same === undefined
      ? `Version ${String(version)} is registered with another key, so nothing was done. A new key gets a new version: npm run keys generate ${String(next)}`
      : `This key is registered as version ${String(same.version)}, so nothing was done. Each version is another key: npm run keys generate ${String(next)}`,
  )
}

/** Retires a key; false when it was retired already. Waits for transactions that store tokens of it. */
export async function retireKey(db: Queryable, version: number): Promise<boolean> {
  const changed = await db.query(sql`
    update private.encryption_keys
    set retired_at = now()
    where version = ${version} and retired_at is null
    returning version
  `)
  return changed.length > 0
}

/** Removes a retired key. The foreign keys refuse it while a token names it. */
export async function deleteKey(db: Queryable, version: number): Promise<void> {
  await db.query(sql`
    delete from private.encryption_keys
    where version = ${version} and retired_at is not null
  `)
}
