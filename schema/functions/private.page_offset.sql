create function private.page_offset(
  p_offset integer,
  p_cursor_parts integer
)
returns integer
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  if p_offset not between 0 and 10000 then
    raise invalid_parameter_value using
      message = 'p_offset must lie between 0 and 10000',
      hint = 'Page by cursor: pass the last row of the page before in the p_before_ parameters.';
  end if;
  if p_cursor_parts = 1 then
    raise invalid_parameter_value using
      message = 'half a cursor: the p_before_ parameters go together',
      hint = 'Pass both from the last row of the page before, or neither.';
  end if;
  if p_cursor_parts = 2 and p_offset > 0 then
    raise invalid_parameter_value using
      message = 'p_offset and a cursor exclude each other',
      hint = 'A cursor already says where the page begins.';
  end if;
  return coalesce(p_offset, 0);
end
$$;

comment on function private.page_offset(integer, integer) is
  'How many rows a page skips: 0 for null; raises 22023 outside 0 to 10,000, for half a cursor (of 2 parts), and for an offset beside a cursor.';

revoke execute on function private.page_offset(integer, integer) from public, anon, authenticated, service_role;
grant execute on function private.page_offset(integer, integer) to authenticated, service_role;
