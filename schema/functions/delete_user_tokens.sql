create function public.delete_user_tokens(
  p_user_id uuid,
  p_provider text default 'google'
)
returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.assert_given('p_user_id', p_user_id is not null);
  select private.delete_user_tokens(p_user_id, p_provider);
$$;

comment on function public.delete_user_tokens(uuid, text) is
  'Disconnects a provider by forgetting its tokens; no error if there are none. 42501 for anyone but the user and the server.';

revoke execute on function public.delete_user_tokens(uuid, text) from public, anon, authenticated, service_role;
grant execute on function public.delete_user_tokens(uuid, text) to authenticated, service_role;
