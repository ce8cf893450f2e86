import { sql } from '../connect.ts'
import type { SQLQuery } from '../connect.ts'

/*
 * Ids of objects, as SQL expressions over the aliases that all readers use: n pg_namespace, c pg_class, a pg_attribute,
 * t pg_type, p pg_proc. Readers and dependencies share them, so that both ends of an edge are spelled alike.
 */

/** The kind of a relation. */
export const relationKind = sql`
  case c.relkind
    when 'v' then 'view'
    when 'm' then 'materializedView'
    when 'S' then 'sequence'
    when 'f' then 'foreignTable'
    when 'c' then 'composite'
    else 'table'
  end
`

/** The id of a relation. */
export const relationId = sql`pg_catalog.concat(${relationKind}, ' ', pg_catalog.format('%I.%I', n.nspname, c.relname))`

/** The id of what belongs to a relation: a column, a policy. Takes its kind and its name. */
export function childId(kind: string, name: SQLQuery): SQLQuery {
  return sql`pg_catalog.concat(${kind}::text, ' ', pg_catalog.format('%I.%I.%I', n.nspname, c.relname, ${name}))`
}

/** The kind of a type that somebody makes by CREATE TYPE or CREATE DOMAIN. */
const typeKind = sql`case t.typtype when 'e' then 'enum' when 'd' then 'domain' else 'range' end`

/** The id of such a type. */
export const typeId = sql`pg_catalog.concat(${typeKind}, ' ', pg_catalog.format('%I.%I', n.nspname, t.typname))`

/** The kind of a routine. */
export const routineKind = sql`case p.prokind when 'p' then 'procedure' when 'a' then 'aggregate' else 'function' end`

/** The id of a routine, with the types of the arguments that tell it from others of its name. */
export const routineId = sql`
  pg_catalog.concat(
    ${routineKind},
    ' ',
    pg_catalog.format('%I.%I', n.nspname, p.proname),
    '(',
    coalesce(
      (
        select pg_catalog.string_agg(pg_catalog.format_type(argument.type, null), ', ' order by argument.rank)
        from pg_catalog.unnest(p.proargtypes) with ordinality as argument (type, rank)
      ),
      -- an aggregate over rows, not values
      case p.prokind when 'a' then '*' else '' end
    ),
    ')'
  )
`

/** The id of an operator o, with the types on its sides. */
export const operatorId = sql`
  pg_catalog.format(
    'operator %I.%s(%s, %s)',
    n.nspname,
    o.oprname,
    case o.oprleft when 0 then 'none' else pg_catalog.format_type(o.oprleft, null) end,
    pg_catalog.format_type(o.oprright, null)
  )
`

/** The id of a domain's constraint k. */
export const domainConstraintId = sql`
  pg_catalog.concat('domainConstraint ', pg_catalog.format('%I.%I.%I', n.nspname, t.typname, k.conname))
`

/** What the default privileges d are about, as ALTER DEFAULT PRIVILEGES says it. */
export const objectType = sql`
  case d.defaclobjtype
    when 'r' then 'tables'
    when 'S' then 'sequences'
    when 'f' then 'functions'
    when 'T' then 'types'
    when 'n' then 'schemas'
    else 'large objects'
  end
`

/** The id of default privileges d in a schema n, or everywhere. */
export const defaultPrivilegesId = sql`
  pg_catalog.format(
    'defaultPrivileges %I%s: %s',
    pg_catalog.pg_get_userbyid(d.defaclrole),
    ' in ' || pg_catalog.quote_ident(n.nspname),
    ${objectType}
  )
`

/** The id of a table c in a publication p. */
export const publicationMemberId = sql`
  pg_catalog.format('publicationMember %I: %I.%I', p.pubname, n.nspname, c.relname)
`

/** The id of a schema n in a publication p. */
export const publicationSchemaId = sql`pg_catalog.format('publicationSchema %I: %I', p.pubname, n.nspname)`
