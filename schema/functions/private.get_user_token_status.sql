create function private.get_user_token_status(
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
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  perform private.assert_acting_for(p_user_id);
  perform private.assert_given('p_user_id', p_user_id is not null);
  perform private.assert_given('p_provider', p_provider is not null);

  return query
  select
    token.provider,
    token.scopes,
    token.expires_at,
    token.expires_at <= now(),
    token.updated_at
  from public.user_tokens as token
  where token.user_id = p_user_id and token.provider = p_provider;
end
$$;

-- security definer: users may see that they are connected though they have no right on the table of tokens.
comment on function private.get_user_token_status(uuid, text) is 'Body of public.get_user_token_status.';

revoke execute on function private.get_user_token_status(uuid, text) from public, anon, authenticated, service_role;
grant execute on function private.get_user_token_status(uuid, text) to authenticated, service_role;
