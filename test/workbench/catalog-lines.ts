import { sql } from '../support/database.ts'
import type { Queryable } from '../support/database.ts'

/** What the schemas of a database hold, but the platform's, as sorted lines without oids. */
export async function catalogLines(db: Queryable): Promise<string[]> {
  const rows: { readonly line: string }[] = await db.query(sql`
    with ours as (
      select oid from pg_catalog.pg_namespace where nspname in ('public', 'private')
    )
    select 'schema ' || nspname || ' ' || coalesce(nspacl::text, '') as line
    from pg_catalog.pg_namespace
    where nspname not like 'pg\_%'
    union all
    select 'default privileges ' || defaclnamespace::regnamespace || ' ' || defaclobjtype::text || defaclacl::text
    from pg_catalog.pg_default_acl
    where defaclnamespace <> 0
    union all
    select concat_ws(' ', 'relation', oid::regclass, relkind, relrowsecurity, relacl, pg_catalog.pg_get_expr(relpartbound, oid))
    from pg_catalog.pg_class
    where relnamespace in (select oid from ours)
    union all
    select concat_ws(' ', 'column', a.attrelid::regclass, a.attnum, a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod),
      a.attnotnull, a.attidentity, a.attgenerated, a.attacl, pg_catalog.pg_get_expr(d.adbin, d.adrelid))
    from pg_catalog.pg_attribute as a
    join pg_catalog.pg_class as c on c.oid = a.attrelid
    left join pg_catalog.pg_attrdef as d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where c.relnamespace in (select oid from ours) and a.attnum > 0
    union all
    select 'constraint ' || conrelid::regclass || ' ' || contypid::regtype || ' ' || conname || ' ' || pg_catalog.pg_get_constraintdef(oid)
    from pg_catalog.pg_constraint
    where connamespace in (select oid from ours)
    union all
    select 'index ' || pg_catalog.pg_get_indexdef(i.indexrelid)
    from pg_catalog.pg_index as i
    join pg_catalog.pg_class as c on c.oid = i.indexrelid
    where c.relnamespace in (select oid from ours)
    union all
    select concat_ws(' ', 'routine', pg_catalog.pg_get_functiondef(oid), proacl)
    from pg_catalog.pg_proc
    where pronamespace in (select oid from ours) and prokind in ('f', 'p')
    union all
    select concat_ws(' ', 'type', oid::regtype, typtype, typacl)
    from pg_catalog.pg_type
    where typnamespace in (select oid from ours)
    union all
    select 'label ' || enumtypid::regtype || ' ' || enumlabel from pg_catalog.pg_enum
    union all
    select concat_ws(' ', 'policy', polrelid::regclass, polname, polcmd, polroles::regrole[], pg_catalog.pg_get_expr(polqual, polrelid),
      pg_catalog.pg_get_expr(polwithcheck, polrelid))
    from pg_catalog.pg_policy
    union all
    select 'trigger ' || tgenabled::text || ' ' || pg_catalog.pg_get_triggerdef(oid)
    from pg_catalog.pg_trigger
    where not tgisinternal
    union all
    select 'view ' || oid::regclass || ' ' || pg_catalog.pg_get_viewdef(oid)
    from pg_catalog.pg_class
    where relkind in ('v', 'm') and relnamespace in (select oid from ours)
    union all
    select 'comment on ' || i.type || ' ' || i.identity || ': ' || d.description
    from pg_catalog.pg_description as d, pg_catalog.pg_identify_object(d.classoid, d.objoid, d.objsubid) as i
    where i.schema in ('public', 'private') or i.identity ~ '(public|private|live)'
    union all
    select concat_ws(' ', 'member', p.pubname, r.prrelid::regclass, r.prattrs, pg_catalog.pg_get_expr(r.prqual, r.prrelid))
    from pg_catalog.pg_publication_rel as r
    join pg_catalog.pg_publication as p on p.oid = r.prpubid
    union all
    select 'statistics ' || pg_catalog.pg_get_statisticsobjdef(oid) from pg_catalog.pg_statistic_ext
    union all
    select 'owned ' || d.objid::regclass || ' by ' || d.refobjid::regclass || ' ' || d.refobjsubid
    from pg_catalog.pg_depend as d
    join pg_catalog.pg_class as c on c.oid = d.objid and c.relkind = 'S'
    where d.classid = 'pg_class'::regclass and d.refobjsubid > 0 and c.relnamespace in (select oid from ours)
    order by line
  `)
  return rows.map(({ line }) => line)
}
