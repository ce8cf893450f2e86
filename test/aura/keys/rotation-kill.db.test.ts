import { randomBytes, randomUUID } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import {
  decrypt,
  encrypt,
  fingerprintOf,
  generateKey,
  parseKeyRing,
  versionOf,
} from '../../../client/tokens.ts'
import type { TokenColumn } from '../../../client/tokens.ts'
import { loadProject } from '../../../src/files/project.ts'
import { sql, withDatabase } from '../../../src/postgres/connect.ts'
import type { Queryable } from '../../../src/postgres/connect.ts'
import { withScratch } from '../../../src/workbench/scratch/scratch.ts'
import { startCluster } from '../../../src/workbench/server/cluster.ts'
import { withWorkbenchAt } from '../../../src/workbench/workbench.ts'
import { runVerb, startVerb } from '../../support/cli.ts'
import { withCluster } from '../../support/cluster.ts'
import { home } from '../../support/tracked-files.ts'
import { randomFrom, seed } from '../../schema/random.ts'
import { tokenColumns } from './world.ts'

const whole = (process.env['TEST_ALL'] ?? '') !== ''
/** Users with six tokens each, and how often a rotation of them is killed. */
const [users, kills, batch] = whole ? [16_700, 50, 500] : [250, 3, 20]

vi.setConfig({ testTimeout: 1_800_000 })

// It starts a server: embedded ones of every version, where the container's files are out of reach.
const elsewhere = process.env['WORKBENCH'] === 'container'

// The short one runs on other versions than the usual one, where the whole of it runs by itself.
const isShort = !whole && (process.env['WORKBENCH_POSTGRES'] ?? '') === ''

describe.skipIf(elsewhere || isShort)(
  `a rotation of ${String(users * 6)} tokens (seed ${String(seed)})`,
  () => {
    it(`is killed ${String(kills)} times, and each time every token opens by the key that it names; no token is in the write-ahead log or the server's log`, async () => {
      await withOwnServer(async (server) => {
        const random = randomFrom(seed)
        const world = await prepare(server)
        let between = 0
        for (let killed = 0; killed < kills;) {
          if ((await countOld(world)) === 0) await replaceKey(world)
          const before = await countOld(world)
          if (await killOnce(world, random.below)) killed += 1
          const left = await countOld(world)
          expect(left).toBeLessThanOrEqual(before)
          if (left > 0 && left < before) between += 1
          expect(await findWrong(world)).toEqual([])
        }
        // Of many kills most come when some tokens are encrypted again and others are not.
        expect(between).toBeGreaterThanOrEqual(whole ? kills / 3 : 0)
        const last = await runVerb('keys', {
          cwd: home,
          words: ['rotate', 'test'],
          env: env(world),
        })
        expect(last.code).toBe(0)
        expect({ old: await countOld(world), wrong: await findWrong(world) }).toEqual({
          old: 0,
          wrong: [],
        })
        await lookIntoFiles(world)
      })
    })
  },
)

interface OwnServer {
  readonly url: string
  readonly db: Queryable
  readonly superuser: Queryable
  /** The folder with the server's log and its data. */
  readonly folder: string
}

interface World extends OwnServer {
  /** Stands in every token, and nowhere else. */
  readonly marker: string
  /** The keys that there were, the newest last. */
  readonly keys: string[]
  /** A ciphertext that was stored. */
  readonly known: string
}

/** A server whose files nobody else writes, which logs every statement with its values. */
async function withOwnServer(use: (server: OwnServer) => Promise<void>): Promise<void> {
  await withCluster(async (cluster) => {
    const { folder } = cluster
    const settings = { ...cluster.settings, log_statement: 'all', max_wal_size: '8GB' }
    const { adminUrl } = await startCluster({ ...cluster, settings })
    const given = { kind: 'url', url: adminUrl('postgres') } as const
    await withWorkbenchAt(await loadProject(home), given, async (workbench) =>
      withScratch(
        workbench,
        { kind: 'migrations', mode: 'today' },
        async ({ url, adminUrl: admin }) =>
          withDatabase(url, async (db) =>
            withDatabase(admin, async (superuser) => use({ url, db, superuser, folder })),
          ),
      ),
    )
  })
}

async function prepare(server: OwnServer): Promise<World> {
  const first = generateKey(1)
  const world = { ...server, marker: randomBytes(12).toString('hex'), keys: [first] }
  await register(world.db, first)
  const ring = parseKeyRing(first)
  let known = ''
  for (let from = 0; from < users; from += 2000) {
    const ids = Array.from({ length: Math.min(2000, users - from) }, () => randomUUID())
    const tokens = (column: TokenColumn): string[] =>
      ids.map((id) =>
        encrypt(tokenOf(world, id, column), { userId: id, provider: 'google', column }, ring),
      )
    known = await store(world.db, ids, tokens)
  }
  return { ...world, known }
}

async function store(
  db: Queryable,
  ids: readonly string[],
  tokens: (column: TokenColumn) => string[],
): Promise<string> {
  const access = tokens('user_tokens.access_token')
  await db.query(sql`insert into auth.users (id) select unnest(${ids}::uuid[])`)
  await db.query(sql`
    update public.profiles as p
    set google_access_token = n.access, google_refresh_token = n.refresh
    from unnest(
      ${ids}::uuid[],
      ${tokens('profiles.google_access_token')}::text[],
      ${tokens('profiles.google_refresh_token')}::text[]
    ) as n (id, access, refresh)
    where p.id = n.id
  `)
  await db.query(sql`
    insert into public.oauth_tokens (user_id, access_token, refresh_token)
    select * from unnest(
      ${ids}::uuid[],
      ${tokens('oauth_tokens.access_token')}::text[],
      ${tokens('oauth_tokens.refresh_token')}::text[]
    )
  `)
  await db.query(sql`
    insert into public.user_tokens (user_id, access_token, refresh_token, expires_at)
    select n.id, n.access, n.refresh, '2999-01-01Z'
    from unnest(
      ${ids}::uuid[], ${access}::text[], ${tokens('user_tokens.refresh_token')}::text[]
    ) as n (id, access, refresh)
  `)
  return access[0] ?? ''
}

function tokenOf({ marker }: { readonly marker: string }, id: string, column: string): string {
  return `${marker} of ${id} in ${column}`
}

async function register(db: Queryable, entry: string): Promise<void> {
  const { keys } = parseKeyRing(entry)
  for (const [version, key] of keys) {
    await db.query(sql`
      insert into private.encryption_keys (version, fingerprint)
      values (${version}, ${fingerprintOf(key)})
    `)
  }
}

/** Retires the newest key and registers the next. */
async function replaceKey({ db, keys }: World): Promise<void> {
  const next = generateKey(keys.length + 1)
  await register(db, next)
  await db.query(sql`
    update private.encryption_keys set retired_at = now() where version = ${keys.length}
  `)
  keys.push(next)
}

function env({ url, keys }: World): Record<string, string> {
  return { TEST_DATABASE_URL: url, AURA_TOKEN_KEYS: keys.toReversed().join() }
}

/** Starts a rotation and kills it at a random moment; false when it was done before. */
async function killOnce(world: World, below: (limit: number) => number): Promise<boolean> {
  const words = ['rotate', 'test', '--batch', String(batch)]
  const running = startVerb('keys', { cwd: home, words, env: env(world) })
  // Most of the time passes before the first token: a moment in four lies there.
  if (below(4) > 0) await running.said(' tokens')
  await setTimeout(below(whole ? 500 : 60))
  running.child.kill('SIGKILL')
  const { signal, code, stderr } = await running.ran
  expect({ code, stderr: code === 1 ? stderr : '' }).toEqual({
    code: signal === null ? 0 : null,
    stderr: '',
  })
  await untilGone(world)
  return signal === 'SIGKILL'
}

/** Waits until the server has ended the session of the process: its last statement may be finished or not. */
async function untilGone({ superuser }: World): Promise<void> {
  for (let tries = 0; tries < 2000; tries += 1) {
    const sessions = await superuser.query(sql`
      select from pg_catalog.pg_stat_activity where application_name = 'aura-database'
    `)
    if (sessions.length === 0) return
    await setTimeout(10)
  }
  throw new Error('the session of a killed process is still there')
}

/** How many tokens name another key than the newest. */
async function countOld({ db, keys }: World): Promise<number> {
  const [row] = await db.query(sql`
    select
      (select count(*) from public.oauth_tokens where key_version < ${keys.length})
      + (select count(*) from public.oauth_tokens where refresh_key_version < ${keys.length})
      + (select count(*) from public.user_tokens where key_version < ${keys.length})
      + (select count(*) from public.user_tokens where refresh_key_version < ${keys.length})
      + (select count(*) from public.profiles where google_key_version < ${keys.length})
      + (select count(*) from public.profiles where google_refresh_key_version < ${keys.length})
      as count
  `)
  return Number(row.count)
}

/** Every token, as it is stored. */
interface Row {
  readonly id: string
  readonly tokens: readonly string[]
}

/** The places in which a token is missing, is not what was stored, or opens by another key than it names. */
async function findWrong(world: World): Promise<string[]> {
  const rings = world.keys.map((entry) => parseKeyRing(entry))
  const rows: Row[] = await world.db.query(sql`
    select
      p.id::text as id,
      array[
        o.access_token, o.refresh_token, p.google_access_token, p.google_refresh_token,
        u.access_token, u.refresh_token
      ]::text[] as tokens
    from public.profiles as p
    join public.oauth_tokens as o on o.user_id = p.id
    join public.user_tokens as u on u.user_id = p.id
  `)
  const wrong = rows.flatMap(({ id, tokens }) =>
    tokenColumns.filter((column, at) => {
      const token = tokens[at] ?? ''
      const ring = rings[versionOf(token) - 1]
      if (ring === undefined) return true
      return (
        decrypt(token, { userId: id, provider: 'google', column }, ring) !==
        tokenOf(world, id, column)
      )
    }),
  )
  return rows.length === users ? wrong : [`${String(rows.length)} rows`]
}

/** Looks for tokens, keys and a known ciphertext in the bytes that the server wrote. */
async function lookIntoFiles({ superuser, folder, marker, keys, known }: World): Promise<void> {
  await superuser.query(sql`select pg_switch_wal()`)
  await superuser.query(sql`checkpoint`)
  const wal = join(folder, 'data/pg_wal')
  const segments = (await readdir(wal)).filter((name) => /^[0-9A-F]{24}$/.test(name))
  const secrets = [
    marker,
    ...keys.map((entry) => entry.split(':')[1] ?? ''),
    ...keys.map((entry) => Buffer.from(entry.split(':')[1] ?? '', 'base64').toString('hex')),
    ...keys.map((entry) => Buffer.from(entry.split(':')[1] ?? '', 'base64')),
  ]
  const seen = { wal: false, log: false, secrets: [] as string[] }
  for (const path of [...segments.map((name) => join(wal, name)), join(folder, 'server.log')]) {
    const bytes = await readFile(path)
    if (bytes.includes(known)) seen[path.endsWith('.log') ? 'log' : 'wal'] = true
    if (secrets.some((secret) => bytes.includes(secret))) seen.secrets.push(path)
  }
  expect(seen).toEqual({ wal: true, log: true, secrets: [] })
}
