import { sql } from '../../connect.ts'
import { catalogOid } from '../facet-columns.ts'
import { domainConstraintId, relationId, routineId, typeId } from '../ids.ts'
import { relations } from './address.ts'
import type { Addresses } from './address.ts'
import { ours } from './ours.ts'

/** Types, with the lists and rows that come with them. */
export const typeAddresses: readonly Addresses[] = [
  {
    of: ['enum', 'domain', 'range'],
    rows: sql`
      select ${catalogOid('pg_type')}::oid, any_of.oid, 0, ${typeId}
      from pg_catalog.pg_type as t
      join pg_catalog.pg_namespace as n on n.oid = t.typnamespace
      left join pg_catalog.pg_range as g on g.rngtypid = t.oid
      left join pg_catalog.pg_type as multirange on multirange.oid = g.rngmultitypid
      cross join lateral (values (t.oid), (t.typarray), (multirange.oid), (multirange.typarray)) as any_of (oid)
      cross join area
      where ${ours} and t.typtype in ('e', 'd', 'r') and any_of.oid <> 0
    `,
  },
  // the functions that come along with a range type
  {
    of: ['range'],
    rows: sql`
      select e.classid, e.objid, 0, ${typeId}
      from pg_catalog.pg_type as t
      join pg_catalog.pg_namespace as n on n.oid = t.typnamespace
      join pg_catalog.pg_range as g on g.rngtypid = t.oid
      join pg_catalog.pg_depend as e
        on e.refclassid = ${catalogOid('pg_type')}
        and e.refobjid in (g.rngtypid, g.rngmultitypid)
        and e.classid = ${catalogOid('pg_proc')}
        and e.deptype = 'i'
      cross join area
      where ${ours}
    `,
  },
  // the row of a table as a type, and lists of such rows
  {
    of: relations,
    rows: sql`
      select ${catalogOid('pg_type')}::oid, any_of.oid, 0, ${relationId}
      from pg_catalog.pg_class as c
      join pg_catalog.pg_type as t on t.oid = c.reltype
      join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
      cross join lateral (values (t.oid), (t.typarray)) as any_of (oid)
      cross join area
      where ${ours} and any_of.oid <> 0
    `,
  },
]

/** What belongs to no relation. */
export const standingAddresses: readonly Addresses[] = [
  {
    of: ['domain'],
    rows: sql`
      select ${catalogOid('pg_constraint')}::oid, k.oid, 0, ${domainConstraintId}
      from pg_catalog.pg_constraint as k
      join pg_catalog.pg_type as t on t.oid = k.contypid
      join pg_catalog.pg_namespace as n on n.oid = t.typnamespace
      cross join area
      where ${ours}
    `,
  },
  {
    of: ['routine', 'aggregate'],
    rows: sql`
      select ${catalogOid('pg_proc')}::oid, p.oid, 0, ${routineId}
      from pg_catalog.pg_proc as p
      join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
      cross join area
      where ${ours}
    `,
  },
  {
    of: ['extension'],
    rows: sql`
      select ${catalogOid('pg_extension')}::oid, x.oid, 0, pg_catalog.format('extension %I', x.extname)
      from pg_catalog.pg_extension as x
    `,
  },
  // what belongs to an extension has the address of the extension
  {
    of: ['extension'],
    rows: sql`
      select e.classid, e.objid, e.objsubid, pg_catalog.format('extension %I', x.extname)
      from pg_catalog.pg_depend as e
      join pg_catalog.pg_extension as x on x.oid = e.refobjid
      where e.refclassid = ${catalogOid('pg_extension')} and e.deptype = 'e'
    `,
  },
  // … and so have the columns of its relations
  {
    of: ['extension'],
    rows: sql`
      select e.classid, e.objid, a.attnum, pg_catalog.format('extension %I', x.extname)
      from pg_catalog.pg_depend as e
      join pg_catalog.pg_extension as x on x.oid = e.refobjid
      join pg_catalog.pg_attribute as a on a.attrelid = e.objid and a.attnum > 0 and not a.attisdropped
      where
        e.refclassid = ${catalogOid('pg_extension')}
        and e.deptype = 'e'
        and e.classid = ${catalogOid('pg_class')}
    `,
  },
]
