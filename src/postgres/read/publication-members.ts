import { sql } from '../connect.ts'
import { publicationMemberId, publicationSchemaId } from './ids.ts'
import { whether } from './kind-reader.ts'
import { ours } from './addresses/ours.ts'
import { catalogOid } from './facet-columns.ts'
import type { KindReader } from './kind-reader.ts'
import type { Reader } from './reader.ts'

const memberAttributes = {
  publication: 'text',
  table: 'text',
  columns: 'text[]',
  where: 'text?',
} as const

const readPublicationMembers: Reader<typeof memberAttributes> = (db, { schemas }) =>
  db.query(sql`
    select
      'publicationMember' as kind,
      ${publicationMemberId} as id,
      n.nspname::text as schema,
      null as parent,
      pg_catalog.json_build_object(
        'publication', pg_catalog.quote_ident(p.pubname),
        'table', pg_catalog.format('%I.%I', n.nspname, c.relname),
        'columns', array(
          select pg_catalog.quote_ident(a.attname)
          from pg_catalog.pg_attribute as a
          where a.attrelid = c.oid and a.attnum = any(m.prattrs::smallint[])
          -- a column that comes back stands last in its table
          order by a.attname collate "C"
        ),
        'where', pg_catalog.pg_get_expr(m.prqual, m.prrelid)
      ) as attributes
    from pg_catalog.pg_publication_rel as m
    join pg_catalog.pg_publication as p on p.oid = m.prpubid
    join pg_catalog.pg_class as c on c.oid = m.prrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    where n.nspname = any(${schemas})
    order by p.pubname, n.nspname, c.relname
  `)

const schemaAttributes = {
  publication: 'text',
  schema: 'text',
} as const

const readPublicationSchemas: Reader<typeof schemaAttributes> = (db, { schemas }) =>
  db.query(sql`
    select
      'publicationSchema' as kind,
      ${publicationSchemaId} as id,
      n.nspname::text as schema,
      null as parent,
      pg_catalog.json_build_object(
        'publication', pg_catalog.quote_ident(p.pubname),
        'schema', pg_catalog.quote_ident(n.nspname)
      ) as attributes
    from pg_catalog.pg_publication_namespace as m
    join pg_catalog.pg_publication as p on p.oid = m.pnpubid
    join pg_catalog.pg_namespace as n on n.oid = m.pnnspid
    where n.nspname = any(${schemas})
    order by p.pubname, n.nspname
  `)

/** Our tables in publications, whoever owns those. `columns` is empty where all columns are published. */
export const publicationMembers: KindReader = {
  stage: 'parts of publications',
  kinds: ['publicationMember'],
  of: ['publicationMember'],
  exists: whether('publicationMember', sql`pg_catalog.pg_publication_rel`),
  attributes: memberAttributes,
  read: readPublicationMembers,
  addresses: sql`
    select ${catalogOid('pg_publication_rel')}::oid, m.oid, 0, ${publicationMemberId}
    from pg_catalog.pg_publication_rel as m
    join pg_catalog.pg_publication as p on p.oid = m.prpubid
    join pg_catalog.pg_class as c on c.oid = m.prrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    cross join area
    where ${ours}
  `,
}

/** Our schemas in publications: all their tables are published. */
export const publicationSchemas: KindReader = {
  stage: 'parts of publications',
  kinds: ['publicationSchema'],
  of: ['publicationSchema'],
  exists: whether('publicationSchema', sql`pg_catalog.pg_publication_namespace`),
  attributes: schemaAttributes,
  read: readPublicationSchemas,
  addresses: sql`
    select ${catalogOid('pg_publication_namespace')}::oid, m.oid, 0, ${publicationSchemaId}
    from pg_catalog.pg_publication_namespace as m
    join pg_catalog.pg_publication as p on p.oid = m.pnpubid
    join pg_catalog.pg_namespace as n on n.oid = m.pnnspid
    cross join area
    where ${ours}
  `,
}
