import { sql } from '../connect.ts'
import type { SQLQuery } from '../connect.ts'
import { catalogOid, notOfExtension } from './facet-columns.ts'
import { operatorId, routineId } from './ids.ts'

/*
 * What operator families consist of. A member that a class cannot be without belongs to that class in pg_depend; all
 * others belong to the family (PostgreSQL source, opclasscmds.c).
 */

/** The members that class c cannot be without, as JSON in their order. */
export const membersOfClass = membersWhere(
  (catalog) => sql`exists (${ofClasses(catalog)} and d.refobjid = c.oid)`,
  sql`c.opcfamily`,
)

/** The other members of family f, as JSON in their order: all where it is ours, else those that are ours. */
export function membersOfFamily(schemas: readonly string[]): SQLQuery {
  return membersWhere(
    (catalog, used) => sql`
      not exists (${ofClasses(catalog)})
      and (
        f."isOurs"
        or (a.oid >= 16384 and used.oid < 16384 and f.oid < 16384)
        or (n.nspname = any(${schemas}) and ${notOfExtension(used, sql`used.oid`)})
      )
    `,
    sql`f.oid`,
  )
}

/** The rows of pg_amop or pg_amproc, under the alias a, that no class needs. */
export function ofNoClass(catalog: string): SQLQuery {
  return sql`not exists (${ofClasses(catalog)})`
}

/** Which members count: takes the catalog of a member a, and that of what it uses, whose oid is used.oid. */
type Condition = (catalog: string, used: string) => SQLQuery

function membersWhere(condition: Condition, family: SQLQuery): SQLQuery {
  return sql`(
    select coalesce(
      pg_catalog.json_agg(
        pg_catalog.json_build_object(
          'sort', m.sort, 'number', m.number, 'types', m.types, 'uses', m.id, 'orderBy', m."orderBy"
        )
        order by m.sort desc, m.number, m.types collate "C"
      ),
      '[]'
    )
    from (
      ${operatorsWhere(condition, family)}
      union all
      ${functionsWhere(condition, family)}
    ) as m
  )`
}

function operatorsWhere(condition: Condition, family: SQLQuery): SQLQuery {
  return sql`
    select
      'operator' as sort,
      a.amopstrategy as number,
      ${typesOf(sql`a.amoplefttype`, sql`a.amoprighttype`)} as types,
      ${operatorId} as id,
      (
        select pg_catalog.format('%I.%I', sn.nspname, s.opfname)
        from pg_catalog.pg_opfamily as s
        join pg_catalog.pg_namespace as sn on sn.oid = s.opfnamespace
        where s.oid = a.amopsortfamily
      ) as "orderBy"
    from pg_catalog.pg_amop as a
    join pg_catalog.pg_operator as o on o.oid = a.amopopr
    join pg_catalog.pg_namespace as n on n.oid = o.oprnamespace
    cross join lateral (select o.oid) as used (oid)
    where a.amopfamily = ${family} and ${condition('pg_amop', 'pg_operator')}
  `
}

function functionsWhere(condition: Condition, family: SQLQuery): SQLQuery {
  return sql`
    select
      'function',
      a.amprocnum,
      ${typesOf(sql`a.amproclefttype`, sql`a.amprocrighttype`)},
      ${routineId},
      null
    from pg_catalog.pg_amproc as a
    join pg_catalog.pg_proc as p on p.oid = a.amproc
    join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
    cross join lateral (select p.oid) as used (oid)
    where a.amprocfamily = ${family} and ${condition('pg_amproc', 'pg_proc')}
  `
}

function typesOf(left: SQLQuery, right: SQLQuery): SQLQuery {
  return sql`pg_catalog.concat(pg_catalog.format_type(${left}, null), ', ', pg_catalog.format_type(${right}, null))`
}

/** The edges by which a member a belongs to a class. */
function ofClasses(catalog: string): SQLQuery {
  return sql`
    select
    from pg_catalog.pg_depend as d
    where
      d.classid = ${catalogOid(catalog)}
      and d.objid = a.oid
      and d.refclassid = ${catalogOid('pg_opclass')}
      and d.deptype = 'i'
  `
}
