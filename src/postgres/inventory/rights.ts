import { sql } from '../connect.ts'
import type { SQLQuery } from '../connect.ts'
import type { Section } from './section.ts'

/** Who may do what: effective rights on schemas, tables, columns, sequences and functions, the owner's left out. */
export const rights: Section = {
  name: 'rights',
  read: (db, schemas) =>
    db.query(sql`
      with owned (object, owner, acl) as (
        ${sql.join([ownedSchemas(schemas), ownedRelations(schemas), ownedColumns(schemas), ownedFunctions(schemas)], sql` union all `)}
      )
      select
        pg_catalog.format(
          '%s to %s',
          o.object,
          case when a.grantee = 0 then 'public' else pg_catalog.pg_get_userbyid(a.grantee) end
        ) as object,
        pg_catalog.string_agg(
          pg_catalog.lower(a.privilege_type) || case when a.is_grantable then ' with grant option' else '' end,
          ', '
          order by a.privilege_type
        ) as detail
      from owned as o
      cross join lateral pg_catalog.aclexplode(o.acl) as a
      where a.grantee <> o.owner
      group by o.object, a.grantee
      order by object
    `),
}

function ownedSchemas(schemas: readonly string[]): SQLQuery {
  return sql`
    select
      pg_catalog.format('schema %I', n.nspname),
      n.nspowner,
      coalesce(n.nspacl, pg_catalog.acldefault('n', n.nspowner))
    from pg_catalog.pg_namespace as n
    where n.nspname = any(${schemas})
  `
}

function ownedRelations(schemas: readonly string[]): SQLQuery {
  return sql`
    select
      pg_catalog.format('%s %I.%I', case c.relkind when 'S' then 'sequence' else 'table' end, n.nspname, c.relname),
      c.relowner,
      coalesce(c.relacl, pg_catalog.acldefault(case c.relkind when 'S' then 's' else 'r' end::"char", c.relowner))
    from pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    where
      n.nspname = any(${schemas})
      and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
  `
}

function ownedColumns(schemas: readonly string[]): SQLQuery {
  return sql`
    select
      pg_catalog.format('column %I.%I.%I', n.nspname, c.relname, a.attname),
      c.relowner,
      a.attacl
    from pg_catalog.pg_attribute as a
    join pg_catalog.pg_class as c on c.oid = a.attrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    where
      n.nspname = any(${schemas})
      and a.attacl is not null
      and not a.attisdropped
  `
}

function ownedFunctions(schemas: readonly string[]): SQLQuery {
  return sql`
    select
      pg_catalog.format('function %I.%I(%s)', n.nspname, p.proname, pg_catalog.pg_get_function_identity_arguments(p.oid)),
      p.proowner,
      coalesce(p.proacl, pg_catalog.acldefault('f', p.proowner))
    from pg_catalog.pg_proc as p
    join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
    where n.nspname = any(${schemas})
  `
}
