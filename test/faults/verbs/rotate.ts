import { createHash, randomUUID } from 'node:crypto'
import { readTokens, tokenSources } from '../../../aura/keys/stored-tokens.ts'
import {
  decrypt,
  encrypt,
  fingerprintOf,
  generateKey,
  parseKeyRing,
} from '../../../client/tokens.ts'
import type { TokenColumn } from '../../../client/tokens.ts'
import { sql } from '../../../src/postgres/connect.ts'
import type { Queryable, Session } from '../../../src/postgres/connect.ts'
import { aura } from '../scenarios/aura.ts'
import type { VerbCourse } from './verb-course.ts'

const [former, next] = [generateKey(1), generateKey(2)]
const ring = parseKeyRing(`${next},${former}`)
const users = 60

/** Tokens of a retired key are encrypted again. */
export const rotate: VerbCourse = {
  script: 'keys',
  scenarios: [aura],
  from: 'newest',
  words: () => ['rotate', 'test', '--batch', '20'],
  env: { AURA_TOKEN_KEYS: `${next},${former}` },
  phases: 'some',
  goesByVersion: false,
  ready: storeTokens,
  look: lookAtTokens,
}

async function storeTokens(session: Session): Promise<void> {
  await register(session, former)
  const ids = Array.from({ length: users }, () => randomUUID())
  const tokens = (column: TokenColumn): string[] =>
    ids.map((userId) =>
      encrypt(
        `${column} of ${userId}`,
        { userId, provider: 'google', column },
        parseKeyRing(former),
      ),
    )
  await session.query(sql`insert into auth.users (id) select unnest(${ids}::uuid[])`)
  await session.query(sql`
    update public.profiles as p
    set google_access_token = n.access, google_refresh_token = n.refresh
    from unnest(
      ${ids}::uuid[],
      ${tokens('profiles.google_access_token')}::text[],
      ${tokens('profiles.google_refresh_token')}::text[]
    ) as n (id, access, refresh)
    where p.id = n.id
  `)
  await session.query(sql`
    insert into public.oauth_tokens (user_id, access_token, refresh_token)
    select * from unnest(
      ${ids}::uuid[],
      ${tokens('oauth_tokens.access_token')}::text[],
      ${tokens('oauth_tokens.refresh_token')}::text[]
    )
  `)
  await session.query(sql`
    insert into public.user_tokens (user_id, access_token, refresh_token, expires_at)
    select n.id, n.access, n.refresh, '2999-01-01Z'
    from unnest(
      ${ids}::uuid[],
      ${tokens('user_tokens.access_token')}::text[],
      ${tokens('user_tokens.refresh_token')}::text[]
    ) as n (id, access, refresh)
  `)
  await register(session, next)
  await session.query(sql`
    update private.encryption_keys set retired_at = '2026-01-01Z' where version = 1
  `)
}

async function register(session: Session, entry: string): Promise<void> {
  const { current, keys } = parseKeyRing(entry)
  const key = keys.get(current)
  if (key === undefined) return
  await session.query(sql`
    insert into private.encryption_keys (version, fingerprint)
    values (${current}, ${fingerprintOf(key)})
  `)
}

/** What the tokens say, whatever key they are encrypted with, and how many name the retired one. */
async function lookAtTokens(session: Queryable): Promise<Record<string, string>> {
  const texts = createHash('sha256')
  let [count, retired] = [0, 0]
  for (const source of tokenSources) {
    const tokens = await readTokens(session, source, { after: undefined, limit: 100_000 })
    for (const { userId, provider, token, version } of tokens) {
      texts.update(`${decrypt(token, { userId, provider, column: source.column }, ring)}\n`)
      count += 1
      if (version === 1) retired += 1
    }
  }
  const said = `${String(count)} tokens ${texts.digest('hex')}`
  return {
    'public.oauth_tokens': said,
    'public.user_tokens': said,
    'public.profiles': said,
    'left: tokens of the retired key': String(retired),
  }
}
