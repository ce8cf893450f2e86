create function private.assert_given(
  p_parameter text,
  p_given boolean
)
returns void
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  if p_given is not true then
    raise null_value_not_allowed using
      message = format('%s must not be null', p_parameter),
      hint = 'Pass a value for it, or leave it out where it has a default.';
  end if;
end
$$;

-- Takes whether the value is there and not the value, so that no value can reach an error message.
comment on function private.assert_given(text, boolean) is
  'Raises 22004 with the name of a parameter that must be there and is not.';

revoke execute on function private.assert_given(text, boolean) from public, anon, authenticated, service_role;
grant execute on function private.assert_given(text, boolean) to authenticated, service_role;
