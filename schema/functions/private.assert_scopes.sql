create function private.assert_scopes(p_scopes text[])
returns void
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  if array_ndims(p_scopes) > 1
    or cardinality(p_scopes) > 64
    or octet_length(p_scopes::text) > 8192
    or array_position(p_scopes, null) is not null
  then
    raise invalid_parameter_value using
      message = 'p_scopes is not a list of scopes',
      hint = 'At most 64 scopes, none of them null, at most 8192 bytes in all.';
  end if;
end
$$;

-- The tables' CHECK says the same, but its error prints the failing row, ciphertext included: hence before the insert.
comment on function private.assert_scopes(text[]) is
  'Raises 22023 for a list of scopes that the token tables would refuse; null is fine.';

revoke execute on function private.assert_scopes(text[]) from public, anon, authenticated, service_role;
grant execute on function private.assert_scopes(text[]) to authenticated, service_role;
