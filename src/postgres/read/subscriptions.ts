import { sql } from '../connect.ts'
import { catalogOid, commentOn, roleName } from './facet-columns.ts'
import { whether } from './kind-reader.ts'
import type { KindReader } from './kind-reader.ts'
import type { Reader } from './reader.ts'

const attributes = {
  owner: 'text',
  comment: 'text?',
  publications: 'text[]',
  binary: 'boolean',
  streaming: 'text',
  twoPhase: 'boolean',
  disableOnError: 'boolean',
  synchronousCommit: 'text',
  passwordRequired: 'boolean?',
  runAsOwner: 'boolean?',
  origin: 'text?',
  failover: 'boolean?',
} as const

const id = sql`pg_catalog.format('subscription %I', o.subname)`

const readSubscriptions: Reader<typeof attributes> = (db, { superusers }) =>
  db.query(sql`
    select
      'subscription' as kind,
      ${id} as id,
      null as schema,
      null as parent,
      pg_catalog.json_build_object(
        'owner', ${roleName(sql`o.subowner`)},
        'comment', ${commentOn('pg_subscription', sql`o.oid`)},
        'publications', array(select pg_catalog.quote_ident(p.name) from pg_catalog.unnest(o.subpublications) as p (name) order by p.name collate "C"),
        'binary', o.subbinary,
        'streaming', case o.substream::text when 't' then 'on' when 'true' then 'on' when 'p' then 'parallel' else 'off' end,
        'twoPhase', o.subtwophasestate <> 'd',
        'disableOnError', o.subdisableonerr,
        'synchronousCommit', o.subsynccommit,
        'passwordRequired', o.subpasswordrequired,
        'runAsOwner', o.subrunasowner,
        'origin', o.suborigin,
        'failover', o.subfailover
      ) as attributes
    from ${ofThisDatabase} as o
    join pg_catalog.pg_roles as r on r.oid = o.subowner
    where ${superusers} or not r.rolsuper
    order by o.subname
  `)

/**
 * Columns that are new in 16 and 17 are those of `absent` where the catalog has none of the name. A superuser alone may
 * read the whole row, with the connection.
 */
const ofThisDatabase = sql`(
  select found.*
  from (
    values (null::boolean, null::boolean, null::text, null::boolean)
  ) as absent (subpasswordrequired, subrunasowner, suborigin, subfailover)
  cross join lateral (
    select
      u.oid, u.subname, u.subowner, u.subpublications, u.subbinary, u.substream, u.subtwophasestate,
      u.subdisableonerr, u.subsynccommit,
      subpasswordrequired, subrunasowner, suborigin, subfailover
    from pg_catalog.pg_subscription as u
    join pg_catalog.pg_database as d on d.oid = u.subdbid
    where d.datname = pg_catalog.current_database()
  ) as found
)`

/** Subscriptions of this database; where there is a platform, those of superusers are its own. */
export const subscriptions: KindReader = {
  stage: 'publications',
  kinds: ['subscription'],
  of: ['subscription'],
  exists: whether('subscription', sql`pg_catalog.pg_subscription`),
  attributes,
  read: readSubscriptions,
  addresses: sql`
    select ${catalogOid('pg_subscription')}::oid, o.oid, 0, ${id}
    from pg_catalog.pg_subscription as o
    join pg_catalog.pg_database as d on d.oid = o.subdbid
    where d.datname = pg_catalog.current_database()
  `,
}
