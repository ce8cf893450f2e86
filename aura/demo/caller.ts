import { isSQLError, sendText, sql } from '../../src/postgres/connect.ts'
import type { SQLQuery, Transaction } from '../../src/postgres/connect.ts'
import { messageLine } from '../../src/postgres/server-error.ts'
import type { OpenDatabase } from '../../src/proof/state.ts'
import { quoteName } from '../../src/sql/quote.ts'

/** How the local database is reached: by the owner, postgres, and by the superuser. */
export interface DemoDatabase {
  readonly url: string
  readonly adminUrl: string
}

/** Who asks: a role, and the account whose token the request carries. */
export interface Caller {
  readonly role: 'postgres' | 'supabase_auth_admin' | 'service_role' | 'authenticated' | 'anon'
  readonly account?: { readonly id: string; readonly name: string }
}

/** What a call came to: the rows, or PostgreSQL's refusal. */
export type Answer =
  | { readonly kind: 'rows'; readonly rows: readonly Row[] }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string }

/** A row by its columns, as JSON would have them. */
export type Row = Readonly<Record<string, unknown>>

/**
 * Asks as a caller, in a transaction that is committed. The roles of the Data API get what it sets before a request; the
 * service for accounts asks by the superuser's connection, since only that may become it.
 */
export async function ask(
  { owner, admin }: OpenDatabase,
  caller: Caller,
  query: SQLQuery,
): Promise<Answer> {
  const connection = caller.role === 'supabase_auth_admin' ? admin : owner
  try {
    const rows: Row[] = await connection.tx(async (tx) => {
      await sendText(tx, `set local role ${quoteName(caller.role)}`)
      if (dataApi.has(caller.role)) await setClaims(tx, caller)
      return tx.query(query)
    })
    return { kind: 'rows', rows }
  } catch (error) {
    if (!isSQLError(error)) throw error
    return { kind: 'refused', code: error.code, message: messageLine(error) }
  }
}

async function setClaims(tx: Transaction, { role, account }: Caller): Promise<void> {
  const claims = JSON.stringify({ role, sub: account?.id })
  await tx.query(sql`select pg_catalog.set_config('request.jwt.claims', ${claims}, true)`)
}

const dataApi: ReadonlySet<string> = new Set(['service_role', 'authenticated', 'anon'])

/** A function's call with named arguments, as the Data API makes it. */
export function callOf(name: string, args: Row): SQLQuery {
  const pairs = Object.entries(args).map(([key, value]) => sql`${sql.ident(key)} => ${value}`)
  return sql`select * from ${sql.ident('public', name)}(${sql.join(pairs, ', ')}) as answer`
}
