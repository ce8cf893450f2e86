create function public.get_user_token_status(
  p_user_id uuid,
  p_provider text default 'google'
)
returns table (
  provider text,
  scopes text[],
  expires_at timestamptz,
  is_expired boolean,
  updated_at timestamptz
)
language sql
stable
security invoker
set search_path = ''
as $$
  select private.assert_given('p_user_id', p_user_id is not null);
  select status.provider, status.scopes, status.expires_at, status.is_expired, status.updated_at
  from private.get_user_token_status(p_user_id, p_provider) as status;
$$;

comment on function public.get_user_token_status(uuid, text) is
  'Whether a user is connected to a provider and until when, without the tokens; no row if not connected. 42501 for anyone but the user and the server.';

revoke execute on function public.get_user_token_status(uuid, text) from public, anon, authenticated, service_role;
grant execute on function public.get_user_token_status(uuid, text) to authenticated, service_role;
