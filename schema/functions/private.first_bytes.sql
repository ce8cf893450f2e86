create function private.first_bytes(
  value text,
  max_bytes integer
)
returns text
language plpgsql
immutable
strict
security invoker
set search_path = ''
as $$
declare
  -- no character is shorter than a byte: what is left to take off is at most three quarters of this
  beginning text := left(value, max_bytes);
begin
  while octet_length(beginning) > max_bytes loop
    beginning := left(beginning, -1);
  end loop;
  return beginning;
end
$$;

comment on function private.first_bytes(text, integer) is
  'As many whole characters from the start of a text as fit into that many bytes.';

revoke execute on function private.first_bytes(text, integer) from public, anon, authenticated, service_role;
