import { sql } from '../connect.ts'
import { catalogOid, commentOn, notOfExtension, roleName } from './facet-columns.ts'
import { routineId } from './ids.ts'
import { whether } from './kind-reader.ts'
import type { KindReader } from './kind-reader.ts'
import type { Reader } from './reader.ts'

const attributes = {
  owner: 'text',
  comment: 'text?',
  event: 'text',
  tags: 'text[]',
  function: 'text',
  enabled: 'text',
} as const

const id = sql`pg_catalog.format('eventTrigger %I', e.evtname)`

const readEventTriggers: Reader<typeof attributes> = (db, { schemas }) =>
  db.query(sql`
    select
      'eventTrigger' as kind,
      ${id} as id,
      null as schema,
      null as parent,
      pg_catalog.json_build_object(
        'owner', ${roleName(sql`e.evtowner`)},
        'comment', ${commentOn('pg_event_trigger', sql`e.oid`)},
        'event', e.evtevent,
        'tags', coalesce(e.evttags, '{}'),
        'function', ${routineId},
        'enabled', case e.evtenabled when 'D' then 'disabled' when 'R' then 'replica' when 'A' then 'always' else 'origin' end
      ) as attributes
    from pg_catalog.pg_event_trigger as e
    join pg_catalog.pg_proc as p on p.oid = e.evtfoid
    join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
    where n.nspname = any(${schemas}) and ${notOfExtension('pg_event_trigger', sql`e.oid`)}
    order by e.evtname
  `)

/** Event triggers that call a function of ours, whoever owns them; others are the platform's, or an extension's. */
export const eventTriggers: KindReader = {
  stage: 'event triggers',
  kinds: ['eventTrigger'],
  of: ['eventTrigger'],
  exists: whether('eventTrigger', sql`pg_catalog.pg_event_trigger`),
  attributes,
  read: readEventTriggers,
  addresses: sql`
    select ${catalogOid('pg_event_trigger')}::oid, e.oid, 0, ${id}
    from pg_catalog.pg_event_trigger as e
  `,
}
