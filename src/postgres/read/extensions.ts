import { sql } from '../connect.ts'
import type { SQLQuery } from '../connect.ts'
import { commentOn, roleName } from './facet-columns.ts'
import { whether } from './kind-reader.ts'
import type { KindReader } from './kind-reader.ts'
import type { Area, Reader } from './reader.ts'

const attributes = {
  owner: 'text',
  comment: 'text?',
  askedComment: 'text?',
  version: 'text',
  askedVersion: 'text?',
  schema: 'text',
} as const

const comment = commentOn('pg_extension', sql`x.oid`)

const readExtensions: Reader<typeof attributes> = (db, { schemas, superusers }) =>
  db.query(sql`
    select
      'extension' as kind,
      pg_catalog.format('extension %I', x.extname) as id,
      null as schema,
      null as parent,
      pg_catalog.json_build_object(
        'owner', ${roleName(sql`x.extowner`)},
        'comment', ${comment},
        'askedComment', case when ${comment} is distinct from v.comment then coalesce(${comment}, '') end,
        'version', x.extversion,
        'askedVersion', case when x.extversion <> v.default_version then x.extversion end,
        'schema', pg_catalog.quote_ident(n.nspname)
      ) as attributes
    from pg_catalog.pg_extension as x
    join pg_catalog.pg_namespace as n on n.oid = x.extnamespace
    join pg_catalog.pg_roles as r on r.oid = x.extowner
    left join pg_catalog.pg_available_extensions as v on v.name = x.extname
    where ${isOurExtension({ schemas, superusers })}
    order by x.extname
  `)

/** Whether an extension x in a schema n is ours; its owner is a role r. */
export function isOurExtension({
  schemas,
  superusers,
}: Pick<Area, 'schemas' | 'superusers'>): SQLQuery {
  return sql`(
    n.nspname = any(${schemas})
    or not r.rolsuper
    -- initdb makes plpgsql
    or (${superusers} and x.oid >= 16384)
  )`
}

/**
 * Extensions that are ours: those that no superuser owns, and those whose objects lie in our schemas. Others are the
 * platform's, where there is one.
 */
export const extensions: KindReader = {
  stage: 'settings',
  kinds: ['extension'],
  of: ['extension'],
  // initdb makes plpgsql, which a superuser owns
  exists: whether(
    'extension',
    sql`pg_catalog.pg_extension as x where x.oid >= 16384 or x.extowner in (select r.oid from pg_catalog.pg_roles as r where not r.rolsuper)`,
  ),
  attributes,
  read: readExtensions,
}
