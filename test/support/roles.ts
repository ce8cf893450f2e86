import { isSQLError, sendText, sql } from '../../src/postgres/connect.ts'
import type { Queryable, SQLQuery, Transaction } from '../../src/postgres/connect.ts'
import { messageLine } from '../../src/postgres/server-error.ts'
import { quoteName } from '../../src/sql/quote.ts'
import type { Rows } from './database.ts'

/** The two doors of a test database that roles come in by. */
export interface Doors {
  readonly owner: Queryable
  readonly superuser: Queryable
}

/** Somebody who asks, inside a transaction that is rolled back. */
export interface Actor {
  readonly tx: Transaction
  readonly query: (query: SQLQuery) => Promise<Rows>
  /** Runs any number of statements. */
  readonly text: (text: string) => Promise<void>
  /** Tries under a savepoint: the transaction goes on whatever comes of it. */
  readonly attempt: (query: SQLQuery) => Promise<Attempt>
  /** Goes on as another role with other claims in the same transaction, as the next request would. */
  readonly become: (role: string, claims: Claims) => Promise<void>
}

/** What came of a try: the rows, or PostgreSQL's refusal. */
export type Attempt = { readonly kind: 'done'; readonly rows: Rows } | Refusal

export interface Refusal {
  readonly kind: 'refused'
  readonly code: string
  readonly message: string
  readonly detail: string | undefined
  readonly hint: string | undefined
}

/** The claims of a request's token. */
export type Claims = Readonly<Record<string, unknown>>

/** A signed-in user: the id alone, or all claims. */
export async function asUser<T>(
  doors: Doors,
  user: string | Claims,
  use: (actor: Actor) => Promise<T>,
): Promise<T> {
  const claims = typeof user === 'string' ? { sub: user } : user
  return asRequest(
    doors,
    { role: 'authenticated', claims: { role: 'authenticated', ...claims } },
    use,
  )
}

/** Somebody who has not signed in. */
export async function asAnon<T>(doors: Doors, use: (actor: Actor) => Promise<T>): Promise<T> {
  return asRequest(doors, { role: 'anon', claims: { role: 'anon' } }, use)
}

/** The project's own server, with the service key. */
export async function asService<T>(doors: Doors, use: (actor: Actor) => Promise<T>): Promise<T> {
  return asRequest(doors, { role: 'service_role', claims: { role: 'service_role' } }, use)
}

/** The role postgres, as migrations and the SQL editor: no request, no claims. */
export async function asOwner<T>(doors: Doors, use: (actor: Actor) => Promise<T>): Promise<T> {
  return rolledBack(doors.owner, async (tx) => use(actorOf(tx)))
}

/** Supabase's service for accounts, which inserts, changes and deletes rows of auth.users. */
export async function asAuthAdmin<T>(doors: Doors, use: (actor: Actor) => Promise<T>): Promise<T> {
  return asRole(doors, 'supabase_auth_admin', use)
}

/** Any role, without a request; by the superuser's door, which may become everybody. */
export async function asRole<T>(
  doors: Doors,
  role: string,
  use: (actor: Actor) => Promise<T>,
): Promise<T> {
  return rolledBack(doors.superuser, async (tx) => {
    await sendText(tx, `set local role ${quoteName(role)}`)
    return use(actorOf(tx))
  })
}

interface Request {
  readonly role: string
  readonly claims: Claims
}

async function asRequest<T>(
  { owner }: Doors,
  { role, claims }: Request,
  use: (actor: Actor) => Promise<T>,
): Promise<T> {
  return rolledBack(owner, async (tx) => {
    await become(tx, role, claims)
    return use(actorOf(tx))
  })
}

/** What the Data API says before a request. */
async function become(tx: Transaction, role: string, claims: Claims): Promise<void> {
  await sendText(tx, `reset role; set local role ${quoteName(role)}`)
  await tx.query(
    sql`select pg_catalog.set_config('request.jwt.claims', ${JSON.stringify(claims)}, true)`,
  )
}

async function rolledBack<T>(db: Queryable, use: (tx: Transaction) => Promise<T>): Promise<T> {
  const undo = new Error('undo')
  const result = Promise.withResolvers<T>()
  try {
    await db.tx(async (tx) => {
      result.resolve(await use(tx))
      throw undo
    })
  } catch (error) {
    if (error !== undo) throw error
  }
  return result.promise
}

function actorOf(tx: Transaction): Actor {
  return {
    tx,
    query: async (query) => tx.query(query),
    text: async (text) => sendText(tx, text),
    attempt: async (query) => attempt(tx, query),
    become: async (role, claims) => become(tx, role, claims),
  }
}

async function attempt(tx: Transaction, query: SQLQuery): Promise<Attempt> {
  try {
    return { kind: 'done', rows: await tx.tx(async (inner) => inner.query(query)) }
  } catch (error) {
    if (!isSQLError(error)) throw error
    const { code, detail, hint } = error
    return { kind: 'refused', code, message: messageLine(error), detail, hint }
  }
}
