-- Runs a statement as a role with the claims of a token, and undoes it. Says how many rows it met, or what refused it.
create function pg_temp.attempt(role_name text, claims text, statement text) returns text language plpgsql set search_path = '' as $$
declare
  met bigint;
begin
  perform pg_catalog.set_config('request.jwt.claims', claims, true), pg_catalog.set_config('role', role_name, true);
  execute statement;
  get diagnostics met = row_count;
  raise sqlstate 'UNDO0';
exception
  when sqlstate 'UNDO0' then return met || ' rows';
  when insufficient_privilege then
    return case when sqlerrm like 'new row violates row-level security%' then 'refused by row security' else 'refused' end;
  when others then return sqlstate || ': ' || sqlerrm;
end
$$;
