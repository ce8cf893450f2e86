import { isSQLError, sendText, sql, withDatabase } from '../../src/postgres/connect.ts'
import type { Queryable, SQLQuery, Transaction } from '../../src/postgres/connect.ts'
import { messageLine } from '../../src/postgres/server-error.ts'
import { quoteName } from '../../src/sql/quote.ts'

/** The two doors of the local database: for the owner, postgres, and for the superuser. */
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

/** The same two doors, open. */
export interface Doors {
  readonly owner: Queryable
  readonly superuser: Queryable
}

/** Opens both doors, hands them to `use`, and closes them. */
export async function withDoors<T>(
  { url, adminUrl }: DemoDatabase,
  use: (doors: Doors) => Promise<T>,
): Promise<T> {
  return withDatabase(url, (owner) =>
    withDatabase(adminUrl, (superuser) => use({ owner, superuser })),
  )
}

/**
 * Asks as a caller, in a transaction that is committed. The roles of the Data API get what it sets before a request; the
 * service for accounts comes by the superuser's door, since only that may become it.
 */
export async function ask(
  { owner, superuser }: Doors,
  caller: Caller,
  query: SQLQuery,
): Promise<Answer> {
  const door = caller.role === 'supabase_auth_admin' ? superuser : owner
  try {
    const rows: Row[] = await door.tx(async (tx) => {
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
