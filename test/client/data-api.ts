import { createClient } from '@supabase/supabase-js'
import type { SupabaseClient } from '@supabase/supabase-js'
import { isSQLError, sendText, sql } from '../../src/postgres/connect.ts'
import type { Queryable, Transaction } from '../../src/postgres/connect.ts'
import { quoteName } from '../../src/sql/quote.ts'
import { callOf } from '../schema/scene.ts'
import type { Args } from '../schema/scene.ts'
import type { Claims } from '../support/roles.ts'
import type { Realtime } from './realtime.ts'

/** Where requests go. */
export interface DataApi {
  readonly db: Queryable
  /** How many rows an answer has at most, as a project sets it; 1,000 unless told. */
  readonly maxRows?: number
  /** Called before each request; what it throws, the network does. */
  readonly onRequest?: () => void
  /** Waited for after each request has read the database, before its answer leaves. */
  readonly beforeAnswer?: () => Promise<void>
}

/** A client of supabase-js whose requests run in the database as the role and with the claims of its token. */
export function clientOf(api: DataApi, claims: Claims, realtime: Realtime): SupabaseClient {
  const token = ['{}', JSON.stringify(claims), '']
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.')
  return createClient('http://127.0.0.1:1', 'a key that nobody asks for', {
    accessToken: async () => token,
    global: { fetch: async (input, init) => answer(api, new Request(input, init)) },
    realtime: { transport: realtime.transport, reconnectAfterMs: () => 20 },
  })
}

async function answer(
  { db, maxRows = 1000, onRequest, beforeAnswer }: DataApi,
  request: Request,
): Promise<Response> {
  onRequest?.()
  const name = new URL(request.url).pathname.replace('/rest/v1/rpc/', '')
  const [, payload = ''] = (request.headers.get('authorization') ?? '').split('.')
  const claims: Claims = JSON.parse(Buffer.from(payload, 'base64url').toString())
  const args: Args = JSON.parse(await request.text())
  try {
    const rows = await db.tx(async (tx) => {
      await become(tx, claims)
      return tx.query(sql`
        select pg_catalog.to_jsonb(answer) as row from ${callOf(name, args)} as answer limit ${maxRows}
      `)
    })
    await beforeAnswer?.()
    return Response.json(rows.map(({ row }) => row))
  } catch (error) {
    if (!isSQLError(error)) throw error
    const { code, message, detail, hint } = error
    return Response.json({ code, message, details: detail, hint }, { status: 400 })
  }
}

async function become(tx: Transaction, claims: Claims): Promise<void> {
  await sendText(tx, `set local role ${quoteName(String(claims['role']))}`)
  await tx.query(
    sql`select pg_catalog.set_config('request.jwt.claims', ${JSON.stringify(claims)}, true)`,
  )
}
