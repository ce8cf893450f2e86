import { sql } from '../connect.ts'
import { catalogOid, notOfExtension } from './facet-columns.ts'
import { optionsOf, secretsOf } from './foreign-options.ts'
import { whether } from './kind-reader.ts'
import type { KindReader } from './kind-reader.ts'
import type { Reader } from './reader.ts'

const attributes = {
  owner: 'text?',
  user: 'text',
  server: 'text',
  readable: 'boolean',
  options: 'record[]',
  secrets: 'record[]',
} as const

const id = sql`pg_catalog.format('userMapping %I on %I', m.usename, m.srvname)`

/** Whether the options can be read by who asks (source: system_views.sql, pg_user_mappings). */
const readable = sql`(
  (
    m.umuser <> 0
    and m.usename = current_user
    and (
      pg_catalog.pg_has_role(s.srvowner, 'USAGE')
      or pg_catalog.has_server_privilege(s.oid, 'USAGE')
    )
  )
  or (m.umuser = 0 and pg_catalog.pg_has_role(s.srvowner, 'USAGE'))
  or (select u.rolsuper from pg_catalog.pg_roles as u where u.rolname = current_user)
)`

const readUserMappings: Reader<typeof attributes> = (db, { superusers }) =>
  db.query(sql`
    select
      'userMapping' as kind,
      ${id} as id,
      null as schema,
      null as parent,
      pg_catalog.json_build_object(
        'owner', null,
        'user', pg_catalog.quote_ident(m.usename),
        'server', pg_catalog.quote_ident(m.srvname),
        'readable', ${readable},
        'options', ${optionsOf(sql`m.umoptions`, 'user mapping')},
        'secrets', ${secretsOf(sql`m.umoptions`, 'user mapping', id)}
      ) as attributes
    from pg_catalog.pg_user_mappings as m
    join pg_catalog.pg_foreign_server as s on s.oid = m.srvid
    join pg_catalog.pg_roles as r on r.oid = s.srvowner
    where
      (${superusers} or not r.rolsuper)
      and ${notOfExtension('pg_user_mapping', sql`m.umid`)}
    order by id
  `)

/** User mappings; where there is a platform, those on servers of superusers are its own. */
export const userMappings: KindReader = {
  stage: 'other kinds',
  kinds: ['userMapping'],
  of: ['userMapping'],
  exists: whether('userMapping', sql`pg_catalog.pg_user_mappings`),
  attributes,
  read: readUserMappings,
  addresses: sql`
    select ${catalogOid('pg_user_mapping')}::oid, m.umid, 0, ${id}
    from pg_catalog.pg_user_mappings as m
  `,
}
