create function private.handle_user_email_change()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  update public.profiles as profile
  set email = private.first_bytes(new.email, 1000)
  where profile.id = new.id;
  return null;
exception
  when others then
    -- an error here would undo the change of address; without values, since warnings are logged
    raise warning 'a profile kept its old e-mail address: SQLSTATE %', sqlstate;
    return null;
end
$$;

-- security definer: the platform's own role changes addresses, and it has no right on our tables.
comment on function private.handle_user_email_change() is
  'After an account got another e-mail address: copies it to the profile. Never makes the change fail.';

revoke execute on function private.handle_user_email_change() from public, anon, authenticated, service_role;
