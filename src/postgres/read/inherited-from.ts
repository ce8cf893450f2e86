import { sql } from '../connect.ts'

/**
 * The ids of the tables that a table c inherits from, in their order. A regclass prints its schema where the path is
 * empty.
 */
export const parentTables = sql`
  select pg_catalog.concat(
    case parent.relkind when 'f' then 'foreignTable ' else 'table ' end,
    i.inhparent::pg_catalog.regclass
  )
  from pg_catalog.pg_inherits as i
  join pg_catalog.pg_class as parent on parent.oid = i.inhparent
  where i.inhrelid = c.oid
  order by i.inhseqno
`
