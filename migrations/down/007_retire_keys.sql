-- Takes 007 back: retire keys.
-- lost: none
-- locks: public.oauth_tokens access exclusive; public.profiles access exclusive; public.user_tokens access exclusive
-- data: none
-- access: none
-- clients: private.check_token_keys() is dropped
-- functions: none

-- The trigger check_token_keys of public.oauth_tokens is dropped.
drop trigger check_token_keys on public.oauth_tokens;

-- The trigger check_token_keys of public.profiles is dropped.
drop trigger check_token_keys on public.profiles;

-- The trigger check_token_keys of public.user_tokens is dropped.
drop trigger check_token_keys on public.user_tokens;

-- The function private.check_token_keys is dropped.
drop function private.check_token_keys();

-- The function public.store_google_oauth_tokens: body, definition.
create or replace function public.store_google_oauth_tokens(
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
end
$$;

-- The function public.upsert_user_tokens: body, definition.
create or replace function public.upsert_user_tokens(
  p_user_id uuid,
  p_provider text,
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
  kept_refresh_token text;
begin
  perform private.assert_given('p_user_id', p_user_id is not null);
  perform private.assert_provider(p_provider);
  perform private.assert_given('p_access_token', p_access_token is not null);
  perform private.assert_given('p_expires_at', p_expires_at is not null);
  perform private.assert_scopes(p_scopes);

  insert into public.user_tokens as stored (user_id, provider, access_token, refresh_token, expires_at, scopes)
  values (
    p_user_id,
    p_provider,
    p_access_token::public.token_ciphertext,
    p_refresh_token::public.token_ciphertext,
    p_expires_at,
    coalesce(p_scopes, '{}')
  )
  on conflict (user_id, provider) do update
  set
    access_token = excluded.access_token,
    refresh_token = coalesce(excluded.refresh_token, stored.refresh_token),
    expires_at = excluded.expires_at,
    scopes = coalesce(p_scopes, stored.scopes)
  returning stored.refresh_token into kept_refresh_token;

  -- asked after the write and not before: only the row that was locked tells, whoever else writes at the same time
  if kept_refresh_token is null then
    raise null_value_not_allowed using
      message = 'p_refresh_token must not be null when none is stored',
      hint = 'Ask the user for consent again, so that the provider sends a refresh token.';
  end if;
end
$$;
