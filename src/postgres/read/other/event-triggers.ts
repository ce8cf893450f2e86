import { sql } from '../../connect.ts'
import { words } from './other-kind.ts'
import type { OtherKind } from './other-kind.ts'

/** Event triggers. */
export const eventTriggerKinds: readonly OtherKind[] = [
  {
    kind: 'event trigger',
    catalog: 'pg_event_trigger',
    from: sql`pg_catalog.pg_event_trigger as o`,
    // The platform has some too: ours call a function of ours.
    where: sql`exists (
      select 1
      from pg_catalog.pg_proc as p
      join pg_catalog.pg_namespace as pn on pn.oid = p.pronamespace
      where p.oid = o.evtfoid and pn.nspname = any(area.schemas)
    )`,
    owner: sql`o.evtowner`,
    definition: words(
      sql`'on ' || o.evtevent`,
      sql`'when tag in ' || pg_catalog.array_to_string(o.evttags, ', ')`,
      sql`'execute ' || o.evtfoid::pg_catalog.regprocedure`,
      sql`case o.evtenabled when 'D' then 'disabled' when 'R' then 'replica' when 'A' then 'always' end`,
    ),
    making: sql`case
    when o.evtevent <> 'login' then pg_catalog.concat(
      pg_catalog.format('create event trigger %I on %s', o.evtname, o.evtevent),
      (
        select ' when tag in (' || pg_catalog.string_agg(pg_catalog.quote_literal(k.tag), ', ') || ')'
        from pg_catalog.unnest(o.evttags) as k (tag)
      ),
      pg_catalog.format(' execute function %s()', o.evtfoid::pg_catalog.regproc),
      case
        when o.evtenabled <> 'O' then pg_catalog.format(
          E';\\nalter event trigger %I %s',
          o.evtname,
          case o.evtenabled when 'D' then 'disable' when 'R' then 'enable replica' else 'enable always' end
        )
      end
    )
  end`,
  },
]
