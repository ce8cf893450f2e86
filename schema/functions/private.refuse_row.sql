create function private.refuse_row(
  p_table text,
  p_constraint text
)
returns void
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  kind "char";
  parameter text;
  rule text;
begin
  -- of several columns the last is what the caller chose: before it stands the user
  select broken.contype, 'p_' || field.attname, obj_description(broken.oid, 'pg_constraint')
  into kind, parameter, rule
  from pg_catalog.pg_constraint as broken
  join pg_catalog.pg_attribute as field
    on field.attrelid = broken.conrelid and field.attnum = broken.conkey[cardinality(broken.conkey)]
  where broken.conrelid = to_regclass(p_table) and broken.conname = p_constraint;

  raise exception using
    errcode = case kind when 'u' then 'unique_violation' else 'invalid_parameter_value' end,
    message = format(
      '%s %s',
      coalesce(parameter, 'a value'),
      case kind when 'u' then 'is taken' when 'f' then 'is unknown' else 'is not valid' end
    ),
    hint = coalesce(rule, format('See the constraint %s of %s.', p_constraint, p_table));
end
$$;

-- For functions that catch what a table refuses: PostgreSQL's own error would print the row in its DETAIL.
comment on function private.refuse_row(text, text) is
  'Raises 22023, or 23505 for what is taken, with the parameter of the column that broke a constraint; the comment on the constraint is the hint.';

revoke execute on function private.refuse_row(text, text) from public, anon, authenticated, service_role;
grant execute on function private.refuse_row(text, text) to authenticated, service_role;
