create function private.days_ago(
  p_parameter text,
  p_days integer,
  p_default integer
)
returns timestamptz
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  if p_days not between 1 and 36500 then
    raise invalid_parameter_value using
      message = format('%s must lie between 1 and 36500', p_parameter),
      hint = format('Null means %s days.', p_default);
  end if;
  return now() - make_interval(days => coalesce(p_days, p_default));
end
$$;

-- Without the lower bound, zero or a negative number would turn "older than" into "everything".
comment on function private.days_ago(text, integer, integer) is
  'The moment that many days before now, the default for null; raises 22023 with the name of the parameter outside 1 to 36,500.';

revoke execute on function private.days_ago(text, integer, integer) from public, anon, authenticated, service_role;
grant execute on function private.days_ago(text, integer, integer) to authenticated, service_role;
