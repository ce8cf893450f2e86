create function private.page_limit(
  p_limit integer,
  p_default integer
)
returns integer
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  if p_limit < 1 then
    raise invalid_parameter_value using
      message = 'p_limit must be at least 1',
      hint = 'A page has at most 1000 rows; null means the default.';
  end if;
  return least(coalesce(p_limit, p_default), 1000);
end
$$;

comment on function private.page_limit(integer, integer) is
  'How many rows a page holds: the default for null, at most 1,000; raises 22023 below 1.';

revoke execute on function private.page_limit(integer, integer) from public, anon, authenticated, service_role;
grant execute on function private.page_limit(integer, integer) to authenticated, service_role;
