import { sql } from '../connect.ts'
import { catalogOid, commentOn, roleName } from './facet-columns.ts'
import { whether } from './kind-reader.ts'
import type { KindReader } from './kind-reader.ts'
import type { Reader } from './reader.ts'

const attributes = {
  owner: 'text',
  comment: 'text?',
  allTables: 'boolean',
  publish: 'text[]',
  viaRoot: 'boolean',
  generatedColumns: 'text?',
} as const

const readPublications: Reader<typeof attributes> = (db, { superusers }) =>
  db.query(sql`
    select
      'publication' as kind,
      pg_catalog.format('publication %I', p.pubname) as id,
      null as schema,
      null as parent,
      pg_catalog.json_build_object(
        'owner', ${roleName(sql`p.pubowner`)},
        'comment', ${commentOn('pg_publication', sql`p.oid`)},
        'allTables', p.puballtables,
        'publish', array_remove(array[
          case when p.pubinsert then 'insert' end,
          case when p.pubupdate then 'update' end,
          case when p.pubdelete then 'delete' end,
          case when p.pubtruncate then 'truncate' end
        ], null),
        'viaRoot', p.pubviaroot,
        -- the column is new in 18
        'generatedColumns', case pg_catalog.to_jsonb(p) ->> 'pubgencols' when 's' then 'stored' end
      ) as attributes
    from pg_catalog.pg_publication as p
    join pg_catalog.pg_roles as r on r.oid = p.pubowner
    where ${superusers} or not r.rolsuper
    order by p.pubname
  `)

/** Publications; where there is a platform, those of superusers are its own. */
export const publications: KindReader = {
  stage: 'publications',
  kinds: ['publication'],
  of: ['publication'],
  exists: whether('publication', sql`pg_catalog.pg_publication`),
  attributes,
  read: readPublications,
  addresses: sql`
    select ${catalogOid('pg_publication')}::oid, p.oid, 0, pg_catalog.format('publication %I', p.pubname)
    from pg_catalog.pg_publication as p
  `,
}
