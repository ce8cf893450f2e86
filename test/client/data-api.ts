import { createClient } from '@supabase/supabase-js'
import type { SupabaseClient } from '@supabase/supabase-js'
import { isSQLError, sendText, sql } from '../../src/postgres/connect.ts'
import type { Queryable, SQLQuery, Transaction } from '../../src/postgres/connect.ts'
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
export function clientOf(api: DataApi, claims: Claims, realtime?: Realtime): SupabaseClient {
  const token = ['{}', JSON.stringify(claims), '']
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.')
  return createClient('http://127.0.0.1:1', 'a key that nobody asks for', {
    accessToken: async () => token,
    global: {
      fetch: async (input, init) =>
        untilAborted(answer(api, new Request(input, init)), init?.signal),
    },
    ...(realtime && {
      realtime: { transport: realtime.transport, reconnectAfterMs: () => 20 },
    }),
  })
}

/** A request that its sender gives up fails at once. (The signal of a Request made of it may be collected before.) */
async function untilAborted(answered: Promise<Response>, signal: Signal): Promise<Response> {
  return new Promise((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(new Error(String(signal.reason))))
    answered.then(resolve, reject)
  })
}

type Signal = AbortSignal | null | undefined

async function answer(
  { db, maxRows = 1000, onRequest, beforeAnswer }: DataApi,
  request: Request,
): Promise<Response> {
  onRequest?.()
  const [, payload = ''] = (request.headers.get('authorization') ?? '').split('.')
  const claims: Claims = JSON.parse(Buffer.from(payload, 'base64url').toString())
  const asked = await sourceOf(request)
  try {
    const rows = await db.tx(async (tx) => {
      await become(tx, claims)
      return tx.query(sql`
        select pg_catalog.to_jsonb(answer) as row from ${asked} as answer limit ${maxRows}
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

/** What a request asks for: a call of a function, or rows of a table as far as the client files ask for them. */
async function sourceOf(request: Request): Promise<SQLQuery> {
  const { pathname, searchParams } = new URL(request.url)
  const name = pathname.replace(/^\/rest\/v1\/(?:rpc\/)?/, '')
  if (pathname.startsWith('/rest/v1/rpc/')) {
    const args: Args = JSON.parse(await request.text())
    return callOf(name, args)
  }
  const { select = '', order = '', limit, ...filters } = Object.fromEntries(searchParams)
  const columns = select.split(',').map((column) => sql.ident(column))
  const [key = '', direction = 'asc'] = order.split('.')
  const conditions = Object.keys(filters).flatMap((column) =>
    searchParams.getAll(column).map((filter) => conditionOf(column, filter)),
  )
  return sql`(
    select ${sql.join(columns, ', ')}
    from ${sql.ident('public', name)}
    where ${sql.join([sql`true`, ...conditions], ' AND ')}
    order by ${sql.ident(key)} ${direction === 'desc' ? sql`desc` : sql`asc`}
    limit ${limit ?? null}
  )`
}

const operators: Readonly<Record<string, SQLQuery>> = { eq: sql`=`, gte: sql`>=`, lte: sql`<=` }

function conditionOf(column: string, filter: string): SQLQuery {
  const [name = '', ...value] = filter.split('.')
  const operator = operators[name]
  if (operator === undefined) throw new Error(`the filter ${filter} is not understood here`)
  return sql`${sql.ident(column)} ${operator} ${value.join('.')}`
}

async function become(tx: Transaction, claims: Claims): Promise<void> {
  await sendText(tx, `set local role ${quoteName(String(claims['role']))}`)
  await tx.query(
    sql`select pg_catalog.set_config('request.jwt.claims', ${JSON.stringify(claims)}, true)`,
  )
}
