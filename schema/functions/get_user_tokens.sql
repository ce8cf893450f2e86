create function public.get_user_tokens(
  p_user_id uuid,
  p_provider text default 'google'
)
returns table (
  access_token text,
  refresh_token text,
  expires_at timestamptz,
  scopes text[],
  is_expired boolean
)
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  perform private.assert_given('p_user_id', p_user_id is not null);
  perform private.assert_given('p_provider', p_provider is not null);

  return query
  select
    token.access_token::text,
    token.refresh_token::text,
    token.expires_at,
    token.scopes,
    token.expires_at <= now()
  from public.user_tokens as token
  where token.user_id = p_user_id and token.provider = p_provider;
end
$$;

comment on function public.get_user_tokens(uuid, text) is
  'For the server: the encrypted tokens of a user for one provider as stored, or no row.';

revoke execute on function public.get_user_tokens(uuid, text) from public, anon, authenticated, service_role;
grant execute on function public.get_user_tokens(uuid, text) to service_role;
