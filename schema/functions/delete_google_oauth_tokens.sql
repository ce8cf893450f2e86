create function public.delete_google_oauth_tokens(p_user_id uuid)
returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.assert_given('p_user_id', p_user_id is not null);
  select private.delete_google_oauth_tokens(p_user_id);
$$;

comment on function public.delete_google_oauth_tokens(uuid) is
  'Forgets the Google tokens of a user; no error if there are none. 42501 for anyone but the user and the server.';

revoke execute on function public.delete_google_oauth_tokens(uuid) from public, anon, authenticated, service_role;
grant execute on function public.delete_google_oauth_tokens(uuid) to authenticated, service_role;
