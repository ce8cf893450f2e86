-- The columns of a relation that a role may name in a command: by the catalog, or because a try is not refused. Grants
-- count where the role cannot use the schema too.
create function pg_temp.columns(role_name text, relation regclass, command text) returns text[] language sql set search_path = '' as $$
  select coalesce(array_agg(a.attname::text order by a.attnum), '{}')
  from pg_catalog.pg_attribute as a
  join pg_catalog.pg_class as c on c.oid = a.attrelid
  cross join lateral (
    select case command
      when 'select' then format('select %I from %s limit 0', a.attname, relation)
      when 'insert' then format('insert into %s (%I) values (default)', relation, a.attname)
      when 'update' then format('update %s set %I = default where false', relation, a.attname)
    end as statement
  ) as s
  where a.attrelid = relation and a.attnum > 0 and not a.attisdropped and (
    has_column_privilege(role_name, relation, a.attnum, command)
    or c.relkind in ('r', 'p') and pg_temp.attempt(role_name, '{}', s.statement) <> 'refused'
  )
$$;

-- Without the right to maintain, which 17 brought.
create function pg_temp.known(privileges text[]) returns text[] language sql set search_path = '' as $$
  select case when current_setting('server_version_num')::integer < 170000 then array_remove(privileges, 'maintain') else privileges end
$$;

-- What else a role may do with a relation; deleting is tried.
create function pg_temp.commands(role_name text, relation regclass) returns text[] language sql set search_path = '' as $$
  select array(
    select p.privilege
    from unnest(pg_temp.known(array['delete', 'truncate', 'references', 'trigger', 'maintain'])) with ordinality as p (privilege, place)
    where case
      when p.privilege = 'references' then has_any_column_privilege(role_name, relation, p.privilege)
      else has_table_privilege(role_name, relation, p.privilege) or (
        p.privilege = 'delete'
        and (select c.relkind in ('r', 'p') from pg_catalog.pg_class as c where c.oid = relation)
        and pg_temp.attempt(role_name, '{}', format('delete from %s where false', relation)) <> 'refused'
      )
    end
    order by p.place
  )
$$;

-- Which of the roles may call a function, where they reach it.
create function pg_temp.callers(role_names text[], routine regprocedure) returns text[] language sql set search_path = '' as $$
  select array(
    select r.name
    from unnest(role_names) with ordinality as r (name, place)
    join pg_catalog.pg_proc as p on p.oid = routine
    where has_function_privilege(r.name, p.oid, 'execute')
    order by r.place
  )
$$;

-- Which of the roles may do anything with a sequence.
create function pg_temp.users(role_names text[], sequence regclass) returns text[] language sql set search_path = '' as $$
  select array(
    select r.name
    from unnest(role_names) with ordinality as r (name, place)
    where has_sequence_privilege(r.name, sequence, 'usage, select, update')
    order by r.place
  )
$$;

-- What a role may do with a schema.
create function pg_temp.schema_rights(role_name text, schema_name text) returns text[] language sql set search_path = '' as $$
  select array(
    select p.privilege
    from unnest(array['usage', 'create']) with ordinality as p (privilege, place)
    where has_schema_privilege(role_name, schema_name, p.privilege)
    order by p.place
  )
$$;

-- The tables, views and sequences of schemas, or the tables whose row security is off.
create function pg_temp.relations(schema_names text[], kinds text) returns text[] language sql set search_path = '' as $$
  select array(
    select format('%I.%I', n.nspname, c.relname)
    from pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    where
      n.nspname = any(schema_names)
      and not exists (select 1 from pg_catalog.pg_depend as d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
      and case kinds
        when 'all' then c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
        when 'without row security' then c.relkind in ('r', 'p') and not c.relrowsecurity
        when 'views of their owner' then
          c.relkind = 'v' and not coalesce(c.reloptions::text[] && array['security_invoker=true', 'security_invoker=on', 'security_invoker=1'], false)
      end
    order by format('%I.%I', n.nspname, c.relname) collate "C"
  )
$$;

-- The functions of schemas: all, those that run as their owner, or those whose names depend on the caller's search_path.
create function pg_temp.functions(schema_names text[], which text) returns text[] language sql set search_path = '' as $$
  select array(
    select f.name
    from pg_catalog.pg_proc as p
    join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
    cross join lateral (
      select format('%I.%I(%s)', n.nspname, p.proname, string_agg(format_type(argument.type, null), ', ' order by argument.place)) as name
      from unnest(p.proargtypes) with ordinality as argument (type, place)
    ) as f
    where
      n.nspname = any(schema_names)
      and not exists (select 1 from pg_catalog.pg_depend as d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype in ('e', 'i'))
      and p.prokind <> 'a'
      and case which
        when 'all' then true
        when 'of their owner' then p.prosecdef
        when 'without search_path' then
          not exists (select 1 from unnest(p.proconfig) as s (setting) where s.setting like 'search_path=%')
      end
    order by f.name collate "C"
  )
$$;
