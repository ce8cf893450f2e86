create function private.batch_length(
  p_parameter text,
  p_batch jsonb
)
returns integer
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  if p_batch is null then
    return 0;
  end if;
  if jsonb_typeof(p_batch) <> 'array' then
    raise invalid_parameter_value using
      message = format('%s must be a JSON array', p_parameter),
      hint = 'One element is an array of one.';
  end if;
  if jsonb_array_length(p_batch) > 1000 then
    raise invalid_parameter_value using
      message = format('%s has more than 1000 elements', p_parameter),
      hint = 'Split it into several calls.';
  end if;
  return jsonb_array_length(p_batch);
end
$$;

comment on function private.batch_length(text, jsonb) is
  'How many elements a batch has, 0 for null; raises 22023 with the name of the parameter for what is no array or has more than 1,000.';

revoke execute on function private.batch_length(text, jsonb) from public, anon, authenticated, service_role;
grant execute on function private.batch_length(text, jsonb) to authenticated, service_role;
