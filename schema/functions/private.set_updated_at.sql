create function private.set_updated_at()
returns trigger
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  new.updated_at := now();
  return new;
end
$$;

comment on function private.set_updated_at() is
  'Before an update: sets updated_at, whatever the statement says of it.';

revoke execute on function private.set_updated_at() from public, anon, authenticated, service_role;
