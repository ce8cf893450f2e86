import { sendText, sql, withSession } from '../../postgres/connect.ts'
import type { Session } from '../../postgres/connect.ts'
import { quoteName } from '../../sql/quote.ts'
import type { Workbench } from '../server/server.ts'
import { carrySubscriptions } from './carry-subscriptions.ts'

/**
 * Gives a clone what `create database … template` leaves behind: rights on the database itself, settings made by
 * `alter database … set` and `alter role … in database … set`, and subscriptions. Seldom is there any. False when the
 * template is gone, and so what it had.
 */
export async function carryOver(
  { session, adminUrl }: Pick<Workbench, 'session' | 'adminUrl'>,
  from: string,
  to: string,
): Promise<boolean> {
  const [facts] = await session.query(sql`
    select
      d.datacl is not null as rights,
      exists (select from pg_catalog.pg_db_role_setting as s where s.setdatabase = d.oid) as settings,
      exists (select from pg_catalog.pg_subscription as s where s.subdbid = d.oid) as subscriptions
    from pg_catalog.pg_database as d
    where d.datname = ${from}
  `)
  if (facts === undefined) return false
  if (facts.rights === true) await carryRights(session, from, to)
  if (facts.subscriptions === true)
    await withSession(adminUrl(to), (clone) => carrySubscriptions(clone, from))
  // Last: other sessions of the clone begin with them.
  if (facts.settings === true) await carrySettings(session, from, to)
  return true
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
