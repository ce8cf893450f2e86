import { sql } from '../connect.ts'
import type { SQLQuery } from '../connect.ts'

/** The name of a role by its oid, as SQL spells it. */
export function roleName(oid: SQLQuery): SQLQuery {
  return sql`pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(${oid}))`
}

/** The comment on an object: its catalog, its oid, the number of its column. */
export function commentOn(catalog: string, oid: SQLQuery, column: SQLQuery = sql`0`): SQLQuery {
  return sql`(
    select d.description
    from pg_catalog.pg_description as d
    where
      d.classoid = ${catalogOid(catalog)}
      and d.objoid = ${oid}
      and d.objsubid = ${column}
  )`
}

/**
 * Who may do what, as JSON: the rights, sorted, without those that an owner has by himself. Where he may hand one on, or
 * lacks one, that is marked as `ofOwner`. Who granted one is its `grantor`, where that is not the owner. Takes the list of rights, which is null where nobody changed it,
 * the letter by which acldefault() knows the kind, and the owner.
 */
export function rightsOf(acl: SQLQuery, letter: SQLQuery, owner: SQLQuery): SQLQuery {
  const initial = sql`pg_catalog.acldefault(${letter}, ${owner})`
  return listRights(sql`
    ${othersIn(sql`coalesce(${acl}, ${initial})`, { except: owner, owner })}
    union all
    select ${roleName(owner)}, pg_catalog.lower(x.privilege_type), true, 'option', null
    from pg_catalog.aclexplode(${acl}) as x
    where x.grantee = ${owner} and x.is_grantable
    union all
    select ${roleName(owner)}, pg_catalog.lower(x.privilege_type), false, 'lack', null
    from pg_catalog.aclexplode(${initial}) as x
    where
      ${acl} is not null
      and x.grantee = ${owner}
      and not exists (
        select
        from pg_catalog.aclexplode(${acl}) as y
        where y.grantee = ${owner} and y.privilege_type = x.privilege_type
      )
  `)
}

/**
 * The rights of a list to which nobody belongs by himself, sorted: those on a column. Takes the owner of its table, or
 * null where nobody but one may grant any.
 */
export function rightsIn(acl: SQLQuery, owner: SQLQuery): SQLQuery {
  return listRights(othersIn(acl, { except: sql`null`, owner }))
}

function listRights(rows: SQLQuery): SQLQuery {
  return sql`(
    select coalesce(
      pg_catalog.json_agg(
        case
          when r.mark is not null
            then pg_catalog.json_build_object('grantee', r.grantee, 'privilege', r.privilege, 'grantable', r.grantable, 'ofOwner', r.mark)
          when r.grantor is not null
            then pg_catalog.json_build_object('grantee', r.grantee, 'privilege', r.privilege, 'grantable', r.grantable, 'grantor', r.grantor)
          else pg_catalog.json_build_object('grantee', r.grantee, 'privilege', r.privilege, 'grantable', r.grantable)
        end
        order by r.grantee collate "C", r.privilege collate "C", r.grantor collate "C" nulls first
      ),
      '[]'
    )
    from (${rows}) as r (grantee, privilege, grantable, mark, grantor)
  )`
}

/** The rights of all but one role, with their grantor where that is not the owner. */
function othersIn(
  acl: SQLQuery,
  { except, owner }: { readonly except: SQLQuery; readonly owner: SQLQuery },
): SQLQuery {
  return sql`
    -- default privileges may give the same right once more
    select
      case x.grantee when 0 then 'public' else ${roleName(sql`x.grantee`)} end as grantee,
      pg_catalog.lower(x.privilege_type) as privilege,
      pg_catalog.bool_or(x.is_grantable),
      null,
      case when x.grantor <> ${owner} then ${roleName(sql`x.grantor`)} end as grantor
    from pg_catalog.aclexplode(${acl}) as x
    where x.grantee is distinct from ${except}
    group by 1, 2, 5
  `
}

/** That an object belongs to no extension: its catalog and its oid. */
export function notOfExtension(catalog: string, oid: SQLQuery): SQLQuery {
  return sql`${oid} not in (
    select e.objid
    from pg_catalog.pg_depend as e
    where
      e.refclassid = ${catalogOid('pg_extension')}
      and e.classid = ${catalogOid(catalog)}
      and e.deptype = 'e'
  )`
}

/** That an object did not come along with another, as the functions of a range type do: its catalog and its oid. */
export function notComeAlong(catalog: string, oid: SQLQuery): SQLQuery {
  return sql`${oid} not in (
    select e.objid
    from pg_catalog.pg_depend as e
    where e.classid = ${catalogOid(catalog)} and e.deptype = 'i'
  )`
}

/** A list of options (`name=value`), sorted, as an array. Most objects have none: those need no sorting. */
export function sortedOptions(options: SQLQuery): SQLQuery {
  return sql`
    case
      when ${options} is null then '{}'::text[]
      else array(select o.option from pg_catalog.unnest(${options}) as o (option) order by o.option collate "C")
    end
  `
}

/** The oid of a catalog. */
export function catalogOid(catalog: string): SQLQuery {
  return sql.__dangerous__rawValue(`'pg_catalog.${catalog}'::pg_catalog.regclass`)
}
