import { sql } from '../../connect.ts'
import { catalogOid } from '../facet-columns.ts'
import { childId, relationId } from '../ids.ts'
import { relations } from './address.ts'
import type { Addresses } from './address.ts'
import { ours } from './ours.ts'

/** Relations, their columns and indexes. */
export const relationAddresses: readonly Addresses[] = [
  {
    of: relations,
    rows: sql`
      select ${catalogOid('pg_class')}::oid, c.oid, 0, ${relationId}
      from pg_catalog.pg_class as c
      join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
      cross join area
      where ${ours} and c.relkind in ('r', 'p', 'v', 'm', 'f', 'c')
    `,
  },
  {
    of: ['sequence'],
    rows: sql`
      select
        ${catalogOid('pg_class')}::oid,
        c.oid,
        0,
        pg_catalog.concat(
          case when e.objid is null then 'sequence ' else 'identitySequence ' end,
          pg_catalog.format('%I.%I', n.nspname, c.relname)
        )
      from pg_catalog.pg_class as c
      join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
      left join pg_catalog.pg_depend as e
        on e.classid = ${catalogOid('pg_class')}
        and e.objid = c.oid
        and e.refclassid = ${catalogOid('pg_class')}
        and e.deptype = 'i'
      cross join area
      where ${ours} and c.relkind = 'S'
    `,
  },
  // columns of tables are objects; those of others have the address of the whole
  {
    of: relations,
    rows: sql`
      select
        ${catalogOid('pg_class')}::oid,
        c.oid,
        a.attnum,
        case when c.relkind in ('r', 'p', 'f') then ${childId('column', sql`a.attname`)} else ${relationId} end
      from pg_catalog.pg_class as c
      join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
      join pg_catalog.pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      cross join area
      where ${ours} and c.relkind in ('r', 'p', 'v', 'm', 'f', 'c')
    `,
  },
  // the index of a constraint has the address of the constraint
  {
    of: ['index'],
    rows: sql`
      select
        ${catalogOid('pg_class')}::oid,
        i.indexrelid,
        0,
        case when k.oid is null then ${childId('index', sql`ic.relname`)} else ${childId('constraint', sql`k.conname`)} end
      from pg_catalog.pg_index as i
      join pg_catalog.pg_class as ic on ic.oid = i.indexrelid
      join pg_catalog.pg_class as c on c.oid = i.indrelid
      join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
      left join pg_catalog.pg_constraint as k
        on k.conindid = i.indexrelid and k.conrelid = c.oid and k.contype in ('p', 'u', 'x')
      cross join area
      where ${ours}
    `,
  },
]
