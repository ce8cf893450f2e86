import { sql } from '../../connect.ts'
import { catalogOid } from '../facet-columns.ts'
import { childId, relationId } from '../ids.ts'
import { relations } from './address.ts'
import type { Addresses } from './address.ts'
import { ours } from './ours.ts'

/** The name of the constraint `k` that a part of it belongs to: parts of a foreign key have names with numbers. */
const wholeName = sql`
  case
    -- most have no parent, and nothing is looked for then
    when k.conparentid = 0 then k.conname
    else (
      with recursive above (conname, parent, level) as (
        select k.conname, k.conparentid, 0
        union all
        select p.conname, p.conparentid, above.level + 1
        from above
        join pg_catalog.pg_constraint as p on p.oid = above.parent and p.conrelid = k.conrelid
      )
      select above.conname from above order by above.level desc limit 1
    )
  end
`

/** What belongs to a relation. */
export const partAddresses: readonly Addresses[] = [
  // defaults and generation expressions
  {
    of: relations,
    rows: sql`
      select
        ${catalogOid('pg_attrdef')}::oid,
        f.oid,
        0,
        case when c.relkind in ('r', 'p', 'f') then ${childId('column', sql`a.attname`)} else ${relationId} end
      from pg_catalog.pg_attrdef as f
      join pg_catalog.pg_class as c on c.oid = f.adrelid
      join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
      join pg_catalog.pg_attribute as a on a.attrelid = c.oid and a.attnum = f.adnum
      cross join area
      where ${ours}
    `,
  },
  // NOT NULL is said by the column, a constraint trigger is a trigger; what a foreign key has for each partition that
  // it refers to, on any level, is that key
  {
    of: relations,
    rows: sql`
      select
        ${catalogOid('pg_constraint')}::oid,
        k.oid,
        0,
        case
          when k.contype = 'n' then ${childId('column', sql`a.attname`)}
          when k.contype = 't' then ${childId('trigger', sql`k.conname`)}
          else ${childId('constraint', wholeName)}
        end
      from pg_catalog.pg_constraint as k
      join pg_catalog.pg_class as c on c.oid = k.conrelid
      join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
      left join pg_catalog.pg_attribute as a on a.attrelid = c.oid and a.attnum = k.conkey[1]
      cross join area
      where ${ours}
    `,
  },
  {
    of: relations,
    rows: sql`
      select
        ${catalogOid('pg_rewrite')}::oid,
        w.oid,
        0,
        case w.rulename when '_RETURN' then ${relationId} else ${childId('rule', sql`w.rulename`)} end
      from pg_catalog.pg_rewrite as w
      join pg_catalog.pg_class as c on c.oid = w.ev_class
      join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
      cross join area
      where ${ours}
    `,
  },
]
