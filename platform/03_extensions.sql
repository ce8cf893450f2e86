-- The extensions of every Supabase project, in their schema, as far as this server has them.
-- Left out: those that plain PostgreSQL does not have (supabase_vault, pg_graphql, pg_net, pg_cron and others).
do $$
declare
  extension text;
begin
  for extension in
    select e.name
    from pg_catalog.pg_available_extensions as e
    where e.name in ('pg_stat_statements', 'pgcrypto', 'uuid-ossp')
    order by e.name
  loop
    execute pg_catalog.format('create extension %I with schema extensions', extension);
  end loop;
end
$$;
