import { sql } from '../connect.ts'
import { catalogOid, commentOn, notOfExtension } from './facet-columns.ts'
import { childId, relationId, routineId } from './ids.ts'
import { whether } from './kind-reader.ts'
import type { KindReader } from './kind-reader.ts'
import type { Reader } from './reader.ts'

const attributes = {
  comment: 'text?',
  definition: 'text',
  enabled: 'text',
  function: 'text',
  attachedTo: 'text?',
} as const

const readTriggers: Reader<typeof attributes> = (db, { schemas }) =>
  db.query(sql`
    select
      'trigger' as kind,
      ${childId('trigger', sql`g.tgname`)} as id,
      n.nspname::text as schema,
      ${relationId} as parent,
      pg_catalog.json_build_object(
        'comment', ${commentOn('pg_trigger', sql`g.oid`)},
        'definition', pg_catalog.pg_get_triggerdef(g.oid),
        'enabled', case g.tgenabled when 'D' then 'disabled' when 'R' then 'replica' when 'A' then 'always' else 'origin' end,
        'function', f.id,
        'attachedTo', (
          select pg_catalog.format('trigger %I.%I.%I', pn.nspname, pc.relname, pg.tgname)
          from pg_catalog.pg_trigger as pg
          join pg_catalog.pg_class as pc on pc.oid = pg.tgrelid
          join pg_catalog.pg_namespace as pn on pn.oid = pc.relnamespace
          where pg.oid = g.tgparentid
        )
      ) as attributes
    from pg_catalog.pg_trigger as g
    join pg_catalog.pg_class as c on c.oid = g.tgrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    join (
      select p.oid, n.nspname, ${routineId} as id
      from pg_catalog.pg_proc as p
      join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
      where p.prorettype = 'pg_catalog.trigger'::pg_catalog.regtype
    ) as f on f.oid = g.tgfoid
    where
      (n.nspname = any(${schemas}) or f.nspname = any(${schemas}))
      and not g.tgisinternal
      and ${notOfExtension('pg_class', sql`c.oid`)}
    order by n.nspname, c.relname, g.tgname
  `)

/**
 * Triggers of our tables and views, and those on other tables that call a function of ours. Left out: PostgreSQL's own.
 */
export const triggers: KindReader = {
  stage: 'parts of relations',
  kinds: ['trigger'],
  of: ['trigger'],
  exists: whether('trigger', sql`pg_catalog.pg_trigger as g where not g.tgisinternal`),
  attributes,
  read: readTriggers,
  // those on other tables too, where they call a function of ours
  addresses: sql`
    select ${catalogOid('pg_trigger')}::oid, g.oid, 0, ${childId('trigger', sql`g.tgname`)}
    from pg_catalog.pg_trigger as g
    join pg_catalog.pg_class as c on c.oid = g.tgrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    where not g.tgisinternal
  `,
}
