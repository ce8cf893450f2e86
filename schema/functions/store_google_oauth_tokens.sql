create function public.store_google_oauth_tokens(
  p_user_id uuid,
  p_access_token text,
  p_refresh_token text,
  p_expires_at timestamptz,
  p_scopes text[]
)
returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  broken text;
  said text;
  advice text;
begin
  perform private.assert_given('p_user_id', p_user_id is not null);
  perform private.assert_given('p_access_token', p_access_token is not null);
  perform private.assert_scopes(p_scopes);

  insert into public.oauth_tokens as stored (user_id, provider, access_token, refresh_token, expires_at, scopes)
  values (
    p_user_id,
    'google',
    p_access_token::public.token_ciphertext,
    p_refresh_token::public.token_ciphertext,
    p_expires_at,
    coalesce(p_scopes, '{}')
  )
  on conflict (user_id, provider) do update
  set
    access_token = excluded.access_token,
    -- Google sends a refresh token at the first consent only: a later sign-in must not lose it
    refresh_token = coalesce(excluded.refresh_token, stored.refresh_token),
    expires_at = excluded.expires_at,
    scopes = coalesce(p_scopes, stored.scopes);
exception
  -- of a key that is not registered, or of the account
  when foreign_key_violation then
    get stacked diagnostics broken = constraint_name, said = message_text, advice = pg_exception_hint;
    raise invalid_parameter_value using
      message = case when broken = '' then said else 'p_user_id is unknown' end,
      hint = case when broken = '' then advice else 'An account that has a profile.' end;
end
$$;

-- Each token is cast to its domain by itself, before the row exists: a domain's error shows no value, a table's would.
comment on function public.store_google_oauth_tokens(uuid, text, text, timestamptz, text[]) is
  'For the server: keeps the encrypted Google tokens of a user, in place of older ones. A null refresh token or null scopes keep what is stored. Tokens have the form v<key version>.<iv>.<tag>.<data>.';

revoke execute on function public.store_google_oauth_tokens(uuid, text, text, timestamptz, text[])
  from public, anon, authenticated, service_role;
grant execute on function public.store_google_oauth_tokens(uuid, text, text, timestamptz, text[])
  to service_role;
