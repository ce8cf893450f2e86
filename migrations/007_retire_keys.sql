-- Retire keys.
-- changes: + function private.check_token_keys(); + trigger public.oauth_tokens.check_token_keys; + trigger public.profiles.check_token_keys; + trigger public.user_tokens.check_token_keys; ~ function public.store_google_oauth_tokens(uuid, text, text, timestamp with time zone, text[]); and 1 more
-- locks: public.oauth_tokens closed to writes; public.profiles closed to writes; public.user_tokens closed to writes
-- data: none
-- access: private.check_token_keys() runs as its owner postgres
-- clients: none
-- functions: none

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
  broken text;
  said text;
  advice text;
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
exception
  -- of a key that is not registered, or of the account
  when foreign_key_violation then
    get stacked diagnostics broken = constraint_name, said = message_text, advice = pg_exception_hint;
    raise invalid_parameter_value using
      message = case when broken = '' then said else 'p_user_id is unknown' end,
      hint = case when broken = '' then advice else 'An account in auth.users.' end;
end
$$;

-- The function private.check_token_keys is new.
create function private.check_token_keys()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  token_column pg_catalog.text;
  token pg_catalog.text;
  is_retired boolean;
begin
  foreach token_column in array tg_argv loop
    token := to_jsonb(new) ->> token_column;
    -- old is null before an insert
    continue when token is null or token = to_jsonb(old) ->> token_column;

    -- for share: a key cannot be retired or removed until this transaction ends, and one that is being retired is waited for
    select key.retired_at is not null
    into is_retired
    from private.encryption_keys as key
    where key.version = private.key_version_of(token)
    for share;

    -- as the foreign key would, but without the row in the error
    if is_retired is null then
      raise foreign_key_violation using
        message = format('no key of version %s is registered', private.key_version_of(token)),
        hint = 'Register the key before the first token that it encrypts: npm run keys register';
    end if;
    if is_retired then
      raise invalid_parameter_value using
        message = format('the key of version %s is retired', private.key_version_of(token)),
        hint = 'Encrypt with a key in use. The first entry of AURA_TOKEN_KEYS is the one that encrypts.';
    end if;
  end loop;
  return new;
end
$$;
comment on function private.check_token_keys() is
  'Before a token is written: raises 22023 when its key is retired, 23503 when it is not registered. Takes the names of the token columns. A token that stays as it was passes.';
revoke all on function private.check_token_keys() from public, anon, authenticated, service_role;

-- The trigger check_token_keys of public.oauth_tokens is new.
create trigger check_token_keys
  before insert or update of access_token, refresh_token on public.oauth_tokens
  for each row
  execute function private.check_token_keys('access_token', 'refresh_token');

-- The trigger check_token_keys of public.profiles is new.
create trigger check_token_keys
  before insert or update of google_access_token, google_refresh_token on public.profiles
  for each row
  execute function private.check_token_keys('google_access_token', 'google_refresh_token');

-- The trigger check_token_keys of public.user_tokens is new.
create trigger check_token_keys
  before insert or update of access_token, refresh_token on public.user_tokens
  for each row
  execute function private.check_token_keys('access_token', 'refresh_token');
