import { UserError } from '../../src/errors.ts'
import { sql } from '../../src/postgres/connect.ts'
import type { Session } from '../../src/postgres/connect.ts'

/** An account of the local database. */
export interface Account {
  readonly id: string
  readonly email: string
  /** Whether it was made now. */
  readonly made: boolean
}

/** The address as Supabase Auth keeps it. Throws UserError for what is no address. */
export function parseEmail(text: string): string {
  const email = text.trim().toLowerCase()
  if (/^[^\s@]+@[^\s@]+$/.test(email) && email.length <= 255 && !email.includes('\0')) return email
  throw new UserError(`db user ${text}: not an e-mail address, such as you@example.com.`)
}

/** Finds the account of an address, or makes it as Supabase Auth would: confirmed, by e-mail and password. */
export async function ensureAccount(session: Session, email: string): Promise<Account> {
  const id = await readAccount(session, email)
  if (id !== undefined) return { id, email, made: false }
  const [row] = await session.query(sql`
    insert into auth.users (
      instance_id, id, aud, role, email, email_confirmed_at, raw_app_meta_data, raw_user_meta_data, created_at,
      updated_at
    )
    values (
      '00000000-0000-0000-0000-000000000000', pg_catalog.gen_random_uuid(), 'authenticated', 'authenticated', ${email},
      now(), '{"provider": "email", "providers": ["email"]}', '{}', now(), now()
    )
    on conflict do nothing
    returning id
  `)
  if (row !== undefined) return { id: row.id, email, made: true }
  // Another run made it at the same moment.
  const theirs = await readAccount(session, email)
  if (theirs === undefined) throw new Error(`${email}: neither there nor made`)
  return { id: theirs, email, made: false }
}

async function readAccount(session: Session, email: string): Promise<string | undefined> {
  const [row] = await session.query(sql`
    select u.id
    from auth.users as u
    where pg_catalog.lower(u.email) = ${email} and not u.is_sso_user
    order by u.created_at, u.id
    limit 1
  `)
  return row?.id
}

/** Whether the trigger on sign-ups, or the user, made the profile; false without the migrations. */
export async function readHasProfile(session: Session, id: string): Promise<boolean> {
  const [table] = await session.query(
    sql`select pg_catalog.to_regclass('public.profiles') is not null as there`,
  )
  if (table.there !== true) return false
  const rows = await session.query(sql`select 1 from public.profiles as p where p.id = ${id}`)
  return rows.length === 1
}
