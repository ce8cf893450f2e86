create function public.get_google_oauth_token(p_user_id uuid)
returns table (
  access_token text,
  refresh_token text,
  expires_at timestamptz,
  is_expired boolean
)
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  perform private.assert_given('p_user_id', p_user_id is not null);

  return query
  select
    token.access_token::text,
    token.refresh_token::text,
    token.expires_at,
    coalesce(token.expires_at <= now(), false)
  from public.oauth_tokens as token
  where token.user_id = p_user_id and token.provider = 'google';
end
$$;

comment on function public.get_google_oauth_token(uuid) is
  'For the server: the encrypted Google tokens of a user as stored, or no row. Without an expiry they count as valid.';

revoke execute on function public.get_google_oauth_token(uuid) from public, anon, authenticated, service_role;
grant execute on function public.get_google_oauth_token(uuid) to service_role;
