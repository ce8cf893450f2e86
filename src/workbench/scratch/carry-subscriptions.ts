import { sendText, sql } from '../../postgres/connect.ts'
import type { Session, Transaction } from '../../postgres/connect.ts'

/** A subscription of a template: the statements that create it elsewhere, and what its comment is kept under there. */
interface Found {
  readonly name: string
  readonly oid: number
  readonly statements: string
}

/** The options of the subscription `s`. A version has no column for one that it does not know. */
const options = sql`(
  select pg_catalog.string_agg(pg_catalog.format('%s = %L', o.name, o.value), ', ')
  from pg_catalog.to_jsonb(s) as columns
  cross join lateral (
    values
      ('slot_name', coalesce(columns ->> 'subslotname', 'none')),
      ('binary', columns ->> 'subbinary'),
      ('streaming', case columns ->> 'substream' when 't' then 'on' when 'f' then 'off' when 'p' then 'parallel' else columns ->> 'substream' end),
      ('two_phase', (columns ->> 'subtwophasestate' <> 'd')::text),
      ('disable_on_error', columns ->> 'subdisableonerr'),
      ('synchronous_commit', columns ->> 'subsynccommit'),
      ('password_required', columns ->> 'subpasswordrequired'),
      ('run_as_owner', columns ->> 'subrunasowner'),
      ('origin', columns ->> 'suborigin'),
      ('failover', columns ->> 'subfailover')
  ) as o (name, value)
  where o.value is not null
)`

/**
 * Creates the subscriptions of a template in its clone, which `clone` is connected to as a superuser. PostgreSQL keeps
 * them for the whole server, by their database, but their comments in each (catalogs pg_subscription, pg_description).
 * None connects to another server.
 */
export async function carrySubscriptions(clone: Session, template: string): Promise<void> {
  const found: readonly Found[] = await clone.query(sql`
    select
      pg_catalog.quote_ident(s.subname) as name,
      s.oid::bigint as oid,
      pg_catalog.concat_ws(
        '; ',
        pg_catalog.format(
          'create subscription %I connection %L publication %s with (connect = false, %s)',
          s.subname,
          s.subconninfo,
          pg_catalog.array_to_string(array(select pg_catalog.quote_ident(p) from pg_catalog.unnest(s.subpublications) as p), ', '),
          ${options}
        ),
        pg_catalog.format('alter subscription %I owner to %I', s.subname, pg_catalog.pg_get_userbyid(s.subowner))
      ) as statements
    from pg_catalog.pg_subscription as s
    join pg_catalog.pg_database as d on d.oid = s.subdbid
    where d.datname = ${template}
    order by name
  `)
  for (const { name, oid, statements } of found) {
    await clone.tx(async (tx) => {
      await sendText(tx, statements)
      await moveComment(tx, { name, oid })
    })
  }
}

/** The clone has the comment as one on an object that is not there. */
async function moveComment(
  clone: Transaction,
  { name, oid }: Omit<Found, 'statements'>,
): Promise<void> {
  const [row] = await clone.query(sql`
    delete from pg_catalog.pg_description as d
    where d.classoid = 'pg_catalog.pg_subscription'::regclass and d.objoid = ${oid}::oid
    returning pg_catalog.format('comment on subscription %s is %L', ${name}::text, d.description) as text
  `)
  if (row !== undefined) await sendText(clone, row.text)
}
