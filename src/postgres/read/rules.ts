import { sql } from '../connect.ts'
import { commentOn, notOfExtension } from './facet-columns.ts'
import { childId, relationId } from './ids.ts'
import { whether } from './kind-reader.ts'
import type { KindReader } from './kind-reader.ts'
import type { Reader } from './reader.ts'

const attributes = {
  comment: 'text?',
  definition: 'text',
  enabled: 'text',
} as const

const readRules: Reader<typeof attributes> = (db, { schemas }) =>
  db.query(sql`
    select
      'rule' as kind,
      ${childId('rule', sql`w.rulename`)} as id,
      n.nspname::text as schema,
      ${relationId} as parent,
      pg_catalog.json_build_object(
        'comment', ${commentOn('pg_rewrite', sql`w.oid`)},
        'definition', pg_catalog.pg_get_ruledef(w.oid),
        'enabled', case w.ev_enabled when 'D' then 'disabled' when 'R' then 'replica' when 'A' then 'always' else 'origin' end
      ) as attributes
    from pg_catalog.pg_rewrite as w
    join pg_catalog.pg_class as c on c.oid = w.ev_class
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    where
      n.nspname = any(${schemas})
      and w.rulename <> '_RETURN'
      and ${notOfExtension('pg_class', sql`c.oid`)}
    order by n.nspname, c.relname, w.rulename
  `)

/** Rewrite rules of tables and views, without the one that makes a view a view. */
export const rules: KindReader = {
  stage: 'parts of relations',
  kinds: ['rule'],
  of: ['rule'],
  exists: whether(
    'rule',
    sql`pg_catalog.pg_rewrite as w where w.oid >= 16384 and w.rulename <> '_RETURN'`,
  ),
  attributes,
  read: readRules,
}
