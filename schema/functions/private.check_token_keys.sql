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

-- security definer: who writes a profile has no right on the keys. Types carry their schema: the temporary schema is searched
-- first for types, and a user's own type there would run with the rights of the owner.
comment on function private.check_token_keys() is
  'Before a token is written: raises 22023 when its key is retired, 23503 when it is not registered. Takes the names of the token columns. A token that stays as it was passes.';

revoke execute on function private.check_token_keys() from public, anon, authenticated, service_role;
