import { sql } from '../connect.ts'
import { commentOn, notOfExtension, rightsOf, roleName } from './facets.ts'
import type { Reader } from './reader.ts'

/** Schemas: owner, comment, rights. */
export const readSchemas: Reader = (db, { schemas }) =>
  db.query(sql`
    select
      'schema' as kind,
      pg_catalog.format('schema %I', n.nspname) as id,
      n.nspname::text as schema,
      null as parent,
      pg_catalog.json_build_object(
        'owner', ${roleName(sql`n.nspowner`)},
        'comment', ${commentOn('pg_namespace', sql`n.oid`)},
        'rights', ${rightsOf(sql`n.nspacl`, sql`'n'`, sql`n.nspowner`)}
      ) as attributes
    from pg_catalog.pg_namespace as n
    where n.nspname = any(${schemas}) and ${notOfExtension('pg_namespace', sql`n.oid`)}
    order by n.nspname
  `)
