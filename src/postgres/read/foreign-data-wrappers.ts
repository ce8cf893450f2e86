import { sql } from '../connect.ts'
import { catalogOid, commentOn, notOfExtension, rightsOf, roleName } from './facet-columns.ts'
import { functionName, optionsOf, secretsOf } from './foreign-options.ts'
import { whether } from './kind-reader.ts'
import type { KindReader } from './kind-reader.ts'
import type { Reader } from './reader.ts'

const attributes = {
  owner: 'text',
  comment: 'text?',
  rights: 'record[]',
  handler: 'text?',
  validator: 'text?',
  options: 'record[]',
  secrets: 'record[]',
} as const

const id = sql`pg_catalog.format('foreignDataWrapper %I', o.fdwname)`

const readForeignDataWrappers: Reader<typeof attributes> = (db, { superusers }) =>
  db.query(sql`
    select
      'foreignDataWrapper' as kind,
      ${id} as id,
      null as schema,
      null as parent,
      pg_catalog.json_build_object(
        'owner', ${roleName(sql`o.fdwowner`)},
        'comment', ${commentOn('pg_foreign_data_wrapper', sql`o.oid`)},
        'rights', ${rightsOf(sql`o.fdwacl`, sql`'F'`, sql`o.fdwowner`)},
        'handler', ${functionName(sql`o.fdwhandler`)},
        'validator', ${functionName(sql`o.fdwvalidator`)},
        'options', ${optionsOf(sql`o.fdwoptions`, 'other')},
        'secrets', ${secretsOf(sql`o.fdwoptions`, 'other', id)}
      ) as attributes
    from pg_catalog.pg_foreign_data_wrapper as o
    join pg_catalog.pg_roles as r on r.oid = o.fdwowner
    where
      (${superusers} or not r.rolsuper)
      and ${notOfExtension('pg_foreign_data_wrapper', sql`o.oid`)}
    order by o.fdwname
  `)

/** Foreign-data wrappers; where there is a platform, those of superusers are its own. */
export const foreignDataWrappers: KindReader = {
  stage: 'other kinds',
  kinds: ['foreignDataWrapper'],
  of: ['foreignDataWrapper'],
  exists: whether('foreignDataWrapper', sql`pg_catalog.pg_foreign_data_wrapper`),
  attributes,
  read: readForeignDataWrappers,
  addresses: sql`
    select ${catalogOid('pg_foreign_data_wrapper')}::oid, o.oid, 0, ${id}
    from pg_catalog.pg_foreign_data_wrapper as o
  `,
}
