import { sql } from '../connect.ts'
import type { Section } from './section.ts'

/** Constraints of tables and domains. NOT NULL is told with the columns. */
export const constraints: Section = {
  name: 'constraints',
  read: (db, schemas) =>
    db.query(sql`
      select
        pg_catalog.format('%I.%I.%I', n.nspname, coalesce(r.relname, t.typname), c.conname) as object,
        pg_catalog.pg_get_constraintdef(c.oid) as detail
      from pg_catalog.pg_constraint as c
      join pg_catalog.pg_namespace as n on n.oid = c.connamespace
      left join pg_catalog.pg_class as r on r.oid = c.conrelid
      left join pg_catalog.pg_type as t on t.oid = c.contypid
      where
        n.nspname = any(${schemas})
        and c.contype in ('c', 'f', 'p', 'u', 'x')
      order by object
    `),
}
