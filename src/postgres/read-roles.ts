import type { Role } from '../model/role.ts'
import { sql } from './connect.ts'
import type { Queryable } from './connect.ts'

/** Reads the roles of a server by their names, PostgreSQL's own left out. */
export async function readRoles(db: Queryable): Promise<Role[]> {
  return db.query(sql`
    select
      pg_catalog.quote_ident(r.rolname) as name,
      r.rolsuper as superuser,
      r.rolbypassrls as "bypassesRowSecurity",
      array(
        select pg_catalog.quote_ident(m.rolname)
        from pg_catalog.pg_roles as m
        where m.oid <> r.oid and pg_catalog.pg_has_role(r.oid, m.oid, 'usage')
        order by m.rolname collate "C"
      ) as inherits
    from pg_catalog.pg_roles as r
    where r.rolname !~ '^pg_'
    order by r.rolname collate "C"
  `)
}
