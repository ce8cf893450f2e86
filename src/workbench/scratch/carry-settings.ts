import { sendText, sql, withSession } from '../../postgres/connect.ts'
import type { Session } from '../../postgres/connect.ts'
import { quoteName } from '../../sql/quote.ts'
import type { DatabaseAccess } from '../server/server.ts'
import { carrySubscriptions } from './carry-subscriptions.ts'

/**
 * Gives a clone what `create database … template` leaves behind: rights on the database itself, settings made by
 * `alter database … set` and `alter role … in database … set`, and subscriptions. Seldom is there any. False when the
 * template is gone, and so what it had.
 */
export async function carryOver(
  server: DatabaseAccess,
  from: string,
  to: string,
): Promise<boolean> {
  const facts = await readFacts(server.session, from)
  if (facts === undefined) return false
  if (!facts.rights && !facts.settings && !facts.subscriptions) return true
  await carryFacts(server, facts, to)
  // A template that was pruned meanwhile had nothing any more to those who asked for it by name.
  return (await readFacts(server.session, from))?.oid === facts.oid
}

async function carryFacts(
  { session, adminUrl }: DatabaseAccess,
  facts: Facts,
  to: string,
): Promise<void> {
  const { name: from } = facts
  if (facts.rights) await carryRights(session, from, to)
  if (facts.subscriptions)
    await withSession(adminUrl(to), (clone) => carrySubscriptions(clone, from))
  // Last: other sessions of the clone begin with them.
  if (facts.settings) await carrySettings(session, from, to)
}

/** What a database has that its clones lack. */
interface Facts {
  readonly name: string
  readonly oid: number
  readonly rights: boolean
  readonly settings: boolean
  readonly subscriptions: boolean
}

async function readFacts(session: Session, database: string): Promise<Facts | undefined> {
  const [facts]: readonly Facts[] = await session.query(sql`
    select
      d.datname::text as name,
      d.oid::bigint as oid,
      d.datacl is not null as rights,
      exists (select from pg_catalog.pg_db_role_setting as s where s.setdatabase = d.oid) as settings,
      exists (select from pg_catalog.pg_subscription as s where s.subdbid = d.oid) as subscriptions
    from pg_catalog.pg_database as d
    where d.datname = ${database}
  `)
  return facts
}

async function carryRights(session: Session, from: string, to: string): Promise<void> {
  const rows: { readonly text: string }[] = await session.query(sql`
    select
      format(
        'grant %s on database %I to %s%s',
        a.privilege_type,
        ${to}::text,
        case when a.grantee = 0 then 'public' else quote_ident(pg_catalog.pg_get_userbyid(a.grantee)) end,
        case when a.is_grantable then ' with grant option' else '' end
      ) as text
    from pg_catalog.pg_database as d
    cross join pg_catalog.aclexplode(d.datacl) as a
    where d.datname = ${from}
    order by text
  `)
  const database = quoteName(to)
  const revoke = `revoke all on database ${database} from public, postgres`
  await sendText(session, [revoke, ...rows.map(({ text }) => text)].join(';\n'))
}

/** A setting is made in the session and taken from there: so the catalog's text needs no quoting. */
async function carrySettings(session: Session, from: string, to: string): Promise<void> {
  const rows: { readonly name: string; readonly value: string; readonly alter: string }[] =
    await session.query(sql`
      select
        split_part(c.setting, '=', 1) as name,
        substr(c.setting, strpos(c.setting, '=') + 1) as value,
        case
          when s.setrole = 0 then format('alter database %I', ${to}::text)
          else format('alter role %I in database %I', pg_catalog.pg_get_userbyid(s.setrole), ${to}::text)
        end as alter
      from pg_catalog.pg_db_role_setting as s
      join pg_catalog.pg_database as d on d.oid = s.setdatabase
      cross join unnest(s.setconfig) as c (setting)
      where d.datname = ${from}
      order by alter, name
    `)
  for (const { name, value, alter } of rows) {
    await session.tx(async (tx) => {
      await tx.query(sql`select pg_catalog.set_config(${name}, ${value}, true)`)
      await sendText(tx, `${alter} set ${name} from current`)
    })
  }
}
