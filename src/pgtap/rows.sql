-- The answer of a query as a role with the claims of a token.
create function pg_temp.answer(role_name text, claims text, query text) returns text language plpgsql set search_path = '' as $$
declare
  found text;
begin
  perform pg_catalog.set_config('request.jwt.claims', claims, true), pg_catalog.set_config('role', role_name, true);
  execute query into found;
  raise sqlstate 'UNDO0';
exception
  when sqlstate 'UNDO0' then return found;
  when others then return sqlstate || ': ' || sqlerrm;
end
$$;

-- Where the rows are that a role reads, and that satisfy a condition.
create function pg_temp.places(role_name text, claims text, relation regclass, condition text) returns text language sql set search_path = '' as $$
  select pg_temp.answer(role_name, claims, format('select string_agg(ctid::text, '' '' order by ctid) from %s where %s', relation, condition))
$$;

create temporary table kept (kept_number integer, kept_place tid unique, kept_content jsonb);

-- Keeps the rows that commands are tried on: for each user up to three that satisfy a condition. Answers how many.
create function pg_temp.keep(users text[], relation regclass, condition text) returns integer language plpgsql set search_path = '' as $$
declare
  claims text;
  table_name text := (select relname from pg_catalog.pg_class where oid = relation);
begin
  delete from pg_temp.kept;
  foreach claims in array users loop
    perform pg_catalog.set_config('request.jwt.claims', claims, true);
    execute format(
      'insert into pg_temp.kept (kept_place, kept_content)
      select %1$I.ctid, to_jsonb(%1$I) from %2$s where %3$s order by %1$I.ctid limit 3 on conflict do nothing',
      table_name, relation, condition
    );
  end loop;
  update pg_temp.kept as k
  set kept_number = n.number
  from (select kept_place, row_number() over (order by kept_place) as number from pg_temp.kept) as n
  where n.kept_place = k.kept_place;
  return (select count(*) from pg_temp.kept);
end
$$;

-- The numbers of the kept rows that satisfy a condition.
create function pg_temp.numbers(owner_name text, claims text, relation regclass, condition text) returns text language sql set search_path = '' as $$
  select coalesce(pg_temp.answer(owner_name, claims, format(
    'select string_agg(kept_number::text, '' '' order by kept_number)
    from pg_temp.kept, lateral jsonb_populate_record(null::%s, kept_content) as %I where %s',
    relation, (select relname from pg_catalog.pg_class where oid = relation), condition
  )), '')
$$;

-- Inserts a copy of each kept row, as a role. Answers the numbers of those that row security lets in: it asks before a
-- unique key refuses them.
create function pg_temp.inserted(role_name text, claims text, relation regclass) returns text language sql set search_path = '' as $$
  with tries as (
    select k.kept_number as number, pg_temp.attempt(role_name, claims, format(
      'insert into %1$s (%2$s) overriding system value select %2$s from jsonb_populate_record(null::%1$s, %3$L)',
      relation, c.names, k.kept_content
    )) as outcome
    from pg_temp.kept as k
    cross join (
      select string_agg(quote_ident(a.attname), ', ' order by a.attnum) as names
      from pg_catalog.pg_attribute as a
      where a.attrelid = relation and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    ) as c
  )
  select coalesce(string_agg(
    case when outcome = '1 rows' or outcome like '23505:%' then number::text else outcome end, ' ' order by number
  ), '')
  from tries
  where outcome <> 'refused by row security'
$$;

-- Runs a statement as a role and undoes it. Answers the numbers of the kept rows that it left alone, or what refused it.
create function pg_temp.spared(owner_name text, role_name text, claims text, relation regclass, statement text)
returns text language plpgsql set search_path = '' as $$
declare
  found text;
begin
  perform pg_catalog.set_config('request.jwt.claims', claims, true), pg_catalog.set_config('role', role_name, true);
  execute statement;
  perform pg_catalog.set_config('role', owner_name, true);
  execute format(
    'select string_agg(kept_number::text, '' '' order by kept_number)
    from pg_temp.kept where kept_place in (select ctid from %s)', relation
  ) into found;
  raise sqlstate 'UNDO0';
exception
  when sqlstate 'UNDO0' then return coalesce(found, '');
  when insufficient_privilege then
    return case when sqlerrm like 'new row violates row-level security%' then 'refused by row security' else 'refused' end;
  when others then return sqlstate || ': ' || sqlerrm;
end
$$;

-- As a role, sets columns of all rows to what they are in a kept row: one that does not satisfy a condition. Where all do,
-- columns of type uuid get one that nobody has. Answers the numbers of the kept rows that are left alone.
create function pg_temp.updated(owner_name text, role_name text, claims text, relation regclass, names text[], unlike text)
returns text language plpgsql set search_path = '' as $$
declare
  fitting text[] := string_to_array(pg_temp.numbers(owner_name, claims, relation, unlike), ' ');
  nobody jsonb := (
    select coalesce(jsonb_object_agg(a.attname, 'ffffffff-ffff-4fff-bfff-ffffffffffff'), '{}')
    from pg_catalog.pg_attribute as a
    where a.attrelid = relation and a.attname = any(names) and a.atttypid = 'uuid'::regtype
  );
  source jsonb := (
    select case when k.kept_number::text = any(fitting) then k.kept_content || nobody else k.kept_content end
    from pg_temp.kept as k
    order by k.kept_number::text = any(fitting), k.kept_number
    limit 1
  );
  changes text := (
    select string_agg(format('%1$I = (select %1$I from jsonb_populate_record(null::%2$s, %3$L))', name, relation, source), ', ')
    from unnest(names) as name
  );
begin
  return pg_temp.spared(owner_name, role_name, claims, relation, format('update %s set %s', relation, changes));
end
$$;
