import { sql } from '../connect.ts'
import { commentOn, notOfExtension } from './facet-columns.ts'
import { domainConstraintId, typeId } from './ids.ts'
import type { KindReader } from './kind-reader.ts'
import { typesExist } from './shared-catalogs.ts'
import type { Reader } from './reader.ts'

const attributes = {
  comment: 'text?',
  definition: 'text',
  validated: 'boolean',
} as const

const readDomainConstraints: Reader<typeof attributes> = (db, { schemas }) =>
  db.query(sql`
    select
      'domainConstraint' as kind,
      ${domainConstraintId} as id,
      n.nspname::text as schema,
      ${typeId} as parent,
      pg_catalog.json_build_object(
        'comment', ${commentOn('pg_constraint', sql`k.oid`)},
        'definition', pg_catalog.pg_get_constraintdef(k.oid),
        'validated', k.convalidated
      ) as attributes
    from pg_catalog.pg_constraint as k
    join pg_catalog.pg_type as t on t.oid = k.contypid
    join pg_catalog.pg_namespace as n on n.oid = t.typnamespace
    where
      n.nspname = any(${schemas})
      and k.contype = 'c'
      and ${notOfExtension('pg_type', sql`t.oid`)}
    order by n.nspname, t.typname, k.conname
  `)

/** Checks of domains. That a domain takes no null is said of the domain, though 17 keeps a constraint for it. */
export const domainConstraints: KindReader = {
  stage: 'parts of types',
  kinds: ['domainConstraint'],
  of: ['domain'],
  exists: typesExist,
  attributes,
  read: readDomainConstraints,
}
