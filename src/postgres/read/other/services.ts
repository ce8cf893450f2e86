import { sql } from '../../connect.ts'
import { functionOf, optionsOf, words } from './other-kind.ts'
import type { OtherKind } from './other-kind.ts'

/** Foreign data, and what listens to events, in the order in which such objects need each other. */
export const serviceKinds: readonly OtherKind[] = [
  {
    kind: 'foreign-data wrapper',
    catalog: 'pg_foreign_data_wrapper',
    from: sql`pg_catalog.pg_foreign_data_wrapper as o`,
    owner: sql`o.fdwowner`,
    rights: [sql`o.fdwacl`, 'F'],
    definition: words(
      functionOf('handler', sql`o.fdwhandler`),
      functionOf('validator', sql`o.fdwvalidator`),
      optionsOf(sql`o.fdwoptions`),
    ),
    making: words(
      sql`pg_catalog.format('create foreign data wrapper %I', o.fdwname)`,
      sql`'handler ' || nullif(o.fdwhandler::pg_catalog.regproc::text, '-')`,
      sql`'validator ' || nullif(o.fdwvalidator::pg_catalog.regproc::text, '-')`,
    ),
  },
  {
    kind: 'server',
    catalog: 'pg_foreign_server',
    from: sql`pg_catalog.pg_foreign_server as o`,
    owner: sql`o.srvowner`,
    rights: [sql`o.srvacl`, 'S'],
    definition: words(
      sql`(select pg_catalog.format('wrapper %I', w.fdwname) from pg_catalog.pg_foreign_data_wrapper as w where w.oid = o.srvfdw)`,
      sql`'type ' || pg_catalog.quote_literal(o.srvtype)`,
      sql`'version ' || pg_catalog.quote_literal(o.srvversion)`,
      optionsOf(sql`o.srvoptions`),
    ),
    making: words(
      sql`pg_catalog.format('create server %I', o.srvname)`,
      sql`'type ' || pg_catalog.quote_literal(o.srvtype)`,
      sql`'version ' || pg_catalog.quote_literal(o.srvversion)`,
      sql`(
      select pg_catalog.format('foreign data wrapper %I', w.fdwname)
      from pg_catalog.pg_foreign_data_wrapper as w
      where w.oid = o.srvfdw
    )`,
    ),
  },
  {
    // The options may hold passwords: they are not read.
    kind: 'user mapping',
    catalog: 'pg_user_mapping',
    from: sql`(select m.umid as oid from pg_catalog.pg_user_mappings as m) as o`,
    definition: sql`''`,
  },
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
