create function private.handle_new_user()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  said jsonb;
begin
  -- what the provider or the client says of the user can be any JSON: only texts of an object count
  select coalesce(jsonb_object_agg(field.key, field.value), '{}')
  into said
  from jsonb_each(
    case when jsonb_typeof(new.raw_user_meta_data) = 'object' then new.raw_user_meta_data end
  ) as field
  where
    field.key in ('full_name', 'name', 'avatar_url', 'picture')
    and jsonb_typeof(field.value) = 'string'
    and field.value <> '""'
    -- a picture that the table would refuse is as good as none
    and (
      field.key in ('full_name', 'name')
      or (field.value #>> '{}' like 'https://%' and octet_length(field.value #>> '{}') <= 2048)
    );

  insert into public.profiles (id, email, full_name, avatar_url)
  values (
    new.id,
    private.first_bytes(new.email, 1000),
    private.first_bytes(coalesce(said ->> 'full_name', said ->> 'name'), 200),
    coalesce(said ->> 'avatar_url', said ->> 'picture')
  )
  on conflict (id) do nothing;
  return null;
exception
  when others then
    -- an error here would undo the sign-up; without values, since warnings are logged
    raise warning 'a new user was left without a profile: SQLSTATE %', sqlstate;
    return null;
end
$$;

-- security definer: the platform's own role signs users up, and it has no right on our tables.
comment on function private.handle_new_user() is
  'After a sign-up: makes the profile. Whatever the account says of itself, the sign-up succeeds; a user without a profile may insert it.';

revoke execute on function private.handle_new_user() from public, anon, authenticated, service_role;
