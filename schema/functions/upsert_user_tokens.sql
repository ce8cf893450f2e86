create function public.upsert_user_tokens(
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

-- Each token is cast to its domain by itself, before the row exists: a domain's error shows no value, a table's would.
comment on function public.upsert_user_tokens(uuid, text, text, text, timestamptz, text[]) is
  'For the server: keeps the encrypted tokens of a user for one provider, in place of older ones. A null refresh token or null scopes keep what is stored; 22004 if there is no refresh token at all. Tokens have the form v<key version>.<iv>.<tag>.<data>.';

revoke execute on function public.upsert_user_tokens(uuid, text, text, text, timestamptz, text[])
  from public, anon, authenticated, service_role;
grant execute on function public.upsert_user_tokens(uuid, text, text, text, timestamptz, text[])
  to service_role;
