import { sql } from '../connect.ts'
import type { Section } from './section.ts'

/** Policies of row security, with command, roles and conditions. */
export const policies: Section = {
  name: 'policies',
  read: (db, schemas) =>
    db.query(sql`
      select
        pg_catalog.format('%I.%I.%I', p.schemaname, p.tablename, p.policyname) as object,
        pg_catalog.concat_ws(
          ' ',
          pg_catalog.lower(p.permissive),
          'for',
          pg_catalog.lower(p.cmd),
          'to',
          pg_catalog.array_to_string(p.roles, ', '),
          'using ' || p.qual,
          'with check ' || p.with_check
        ) as detail
      from pg_catalog.pg_policies as p
      where p.schemaname = any(${schemas})
      order by object
    `),
}
