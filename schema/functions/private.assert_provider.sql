create function private.assert_provider(p_provider text)
returns void
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  perform private.assert_given('p_provider', p_provider is not null);
  if p_provider !~ '^[a-z][a-z0-9_]{0,31}$' then
    raise invalid_parameter_value using
      message = 'p_provider is not the name of a provider',
      hint = 'A lowercase letter, then up to 31 lowercase letters, digits and underscores.';
  end if;
end
$$;

-- The tables' CHECK says the same, but its error prints the failing row, ciphertext included: hence before the insert.
comment on function private.assert_provider(text) is
  'Raises 22004 for a missing provider and 22023 for one that the token tables would refuse.';

revoke execute on function private.assert_provider(text) from public, anon, authenticated, service_role;
grant execute on function private.assert_provider(text) to authenticated, service_role;
