import { sql } from '../connect.ts'
import { catalogOid, commentOn, notOfExtension, rightsOf, roleName } from './facet-columns.ts'
import { optionsOf, secretsOf } from './foreign-options.ts'
import { whether } from './kind-reader.ts'
import type { KindReader } from './kind-reader.ts'
import type { Reader } from './reader.ts'

const attributes = {
  owner: 'text',
  comment: 'text?',
  rights: 'record[]',
  wrapper: 'text',
  type: 'text?',
  version: 'text?',
  options: 'record[]',
  secrets: 'record[]',
} as const

const id = sql`pg_catalog.format('foreignServer %I', o.srvname)`

const readForeignServers: Reader<typeof attributes> = (db, { superusers }) =>
  db.query(sql`
    select
      'foreignServer' as kind,
      ${id} as id,
      null as schema,
      null as parent,
      pg_catalog.json_build_object(
        'owner', ${roleName(sql`o.srvowner`)},
        'comment', ${commentOn('pg_foreign_server', sql`o.oid`)},
        'rights', ${rightsOf(sql`o.srvacl`, sql`'S'`, sql`o.srvowner`)},
        'wrapper', pg_catalog.quote_ident(w.fdwname),
        'type', o.srvtype,
        'version', o.srvversion,
        'options', ${optionsOf(sql`o.srvoptions`, 'other')},
        'secrets', ${secretsOf(sql`o.srvoptions`, 'other', id)}
      ) as attributes
    from pg_catalog.pg_foreign_server as o
    join pg_catalog.pg_foreign_data_wrapper as w on w.oid = o.srvfdw
    join pg_catalog.pg_roles as r on r.oid = o.srvowner
    where
      (${superusers} or not r.rolsuper)
      and ${notOfExtension('pg_foreign_server', sql`o.oid`)}
    order by o.srvname
  `)

/** Foreign servers; where there is a platform, those of superusers are its own. */
export const foreignServers: KindReader = {
  stage: 'other kinds',
  kinds: ['foreignServer'],
  of: ['foreignServer'],
  exists: whether('foreignServer', sql`pg_catalog.pg_foreign_server`),
  attributes,
  read: readForeignServers,
  addresses: sql`
    select ${catalogOid('pg_foreign_server')}::oid, o.oid, 0, ${id}
    from pg_catalog.pg_foreign_server as o
  `,
}
