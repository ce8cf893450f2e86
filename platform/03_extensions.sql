-- The extensions that every project has, in their schema, as far as this server has them.
-- (Servers without contrib modules have none; nothing in the migrations depends on them.)
do $$
declare
  extension text;
begin
  foreach extension in array array['uuid-ossp', 'pgcrypto', 'pg_stat_statements'] loop
    if exists (select 1 from pg_catalog.pg_available_extensions as a where a.name = extension) then
      execute pg_catalog.format('create extension if not exists %I with schema extensions', extension);
    end if;
  end loop;
end
$$;
