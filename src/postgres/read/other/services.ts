import { sql } from '../../connect.ts'
import { functionOf, optionsOf, words } from './other-kind.ts'
import type { OtherKind } from './other-kind.ts'

/** Foreign data, in the order in which such objects need each other. */
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
]
