-- Encrypted Google tokens.
-- Brings: the domain token_ciphertext; the register private.encryption_keys; the google_* columns of profiles; the table
-- oauth_tokens; private.assert_acting_for, the gate of each definer body; the functions that store, read and delete a
-- user's Google tokens.
-- Meets: 6.4, 14.1, 14.2, 14.4 (a token is encrypted before it reaches the database; anything else is refused) and 15.3 (no
-- token in an error).

-- The one table that is altered, profiles, has a row a user: reading it through, once, under its lock is a matter of
-- moments. A domain is what refuses a token in clear without printing it, as a check of the table would.
-- squawk-ignore-file adding-field-with-default, adding-foreign-key-constraint, constraint-missing-not-valid
-- squawk-ignore-file ban-create-domain-with-constraint

-- The length comes first: a text of megabytes is not worth a walk through the expression.
create domain public.token_ciphertext as text
  constraint token_ciphertext_check check (
    octet_length(value) <= 16384
    and value ~ '^v[1-9][0-9]{0,4}\.[A-Za-z0-9_-]{16}\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]+$'
  );

comment on domain public.token_ciphertext is
  'A token as the application encrypted it: v<key version>.<iv>.<tag>.<data>, the last three base64url without padding (iv of 12 bytes, tag of 16). A token in clear does not have this form, so it cannot be stored by mistake.';

create function private.key_version_of(value text)
returns integer
language sql
immutable
strict
security invoker
set search_path = ''
as $$
  select
    case
      when octet_length(value) <= 16384 then
        substring(
          value
          from '^v([1-9][0-9]{0,4})\.[A-Za-z0-9_-]{16}\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]+$'
        )::integer
    end
$$;

comment on function private.key_version_of(text) is
  'The version of the key that encrypted a token, read from its form (see the domain token_ciphertext); null for a text without that form.';

-- Generated columns call it as the one who writes: an update of a profile's name alone needs it too.
revoke execute on function private.key_version_of(text) from public, anon, authenticated, service_role;
grant execute on function private.key_version_of(text) to authenticated, service_role;

create table private.encryption_keys (
  version integer not null,
  fingerprint text not null,
  created_at timestamptz not null default now(),
  retired_at timestamptz,
  constraint encryption_keys_pkey primary key (version),
  constraint encryption_keys_fingerprint_key unique (fingerprint),
  constraint encryption_keys_version_check check (version between 1 and 99999),
  constraint encryption_keys_fingerprint_check check (fingerprint ~ '^[0-9a-f]{64}$')
);

alter table private.encryption_keys enable row level security;

comment on table private.encryption_keys is
  'The keys that tokens may be encrypted with: which ones there are, never the keys themselves. A token of a key that is not here is refused, so the first token cannot be stored before its key is registered.';
comment on column private.encryption_keys.version is
  'The number that stands in front of each token of this key.';
comment on column private.encryption_keys.fingerprint is
  'SHA-256 of the key, 64 lowercase hex digits: tells keys apart and gives nothing away.';
comment on column private.encryption_keys.created_at is
  'When the key was registered.';
comment on column private.encryption_keys.retired_at is
  'Since when nothing is encrypted with it any more; null for a key in use. Its tokens can still be read.';

revoke all on table private.encryption_keys from anon, authenticated, service_role;
-- No delete: a key is retired, its row stays for the tokens that it encrypted. No policies either: the server bypasses row
-- security, and nobody else may come near.
grant select, insert, update on table private.encryption_keys to service_role;

-- One statement, since the generated columns make PostgreSQL write the table anew: once and not twice.
alter table public.profiles
  add column google_access_token public.token_ciphertext,
  add column google_refresh_token public.token_ciphertext,
  add column google_token_expires_at timestamptz,
  add column google_scopes text[],
  add column google_key_version integer generated always as (private.key_version_of(google_access_token)) stored,
  add column google_refresh_key_version integer generated always as (private.key_version_of(google_refresh_token)) stored,
  add constraint profiles_google_key_version_fkey foreign key (google_key_version)
    references private.encryption_keys (version),
  add constraint profiles_google_refresh_key_version_fkey foreign key (google_refresh_key_version)
    references private.encryption_keys (version),
  add constraint profiles_google_scopes_check check (
    coalesce(array_ndims(google_scopes), 1) = 1
    and cardinality(google_scopes) <= 64
    and octet_length(google_scopes::text) <= 8192
    and array_position(google_scopes, null) is null
  );

comment on column public.profiles.google_access_token is
  'Of adopted databases; nothing of ours writes it, the tokens in use are in user_tokens. Encrypted; no client may read or write it.';
comment on column public.profiles.google_refresh_token is
  'As google_access_token.';
comment on column public.profiles.google_token_expires_at is
  'When google_access_token expires.';
comment on column public.profiles.google_scopes is
  'What google_access_token allows, as Google names it.';
comment on column public.profiles.google_key_version is
  'The key that encrypted google_access_token, read from the token. Must be registered.';
comment on column public.profiles.google_refresh_key_version is
  'The key that encrypted google_refresh_token, read from the token. Must be registered.';

-- Of the Google columns only what tells whether a token is still good: the rest is the server's.
grant select (google_token_expires_at, google_scopes) on table public.profiles to authenticated;

create table public.oauth_tokens (
  id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  provider text not null default 'google',
  access_token public.token_ciphertext not null,
  refresh_token public.token_ciphertext,
  token_type text not null default 'Bearer',
  expires_at timestamptz,
  scopes text[] not null default '{}',
  key_version integer not null generated always as (private.key_version_of(access_token)) stored,
  refresh_key_version integer generated always as (private.key_version_of(refresh_token)) stored,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint oauth_tokens_pkey primary key (id),
  constraint oauth_tokens_user_id_provider_key unique (user_id, provider),
  constraint oauth_tokens_user_id_fkey foreign key (user_id)
    references public.profiles (id) on delete cascade,
  constraint oauth_tokens_key_version_fkey foreign key (key_version)
    references private.encryption_keys (version),
  constraint oauth_tokens_refresh_key_version_fkey foreign key (refresh_key_version)
    references private.encryption_keys (version),
  constraint oauth_tokens_provider_check check (provider ~ '^[a-z][a-z0-9_]{0,31}$'),
  constraint oauth_tokens_token_type_check check (octet_length(token_type) between 1 and 32),
  constraint oauth_tokens_scopes_check check (
    coalesce(array_ndims(scopes), 1) = 1
    and cardinality(scopes) <= 64
    and octet_length(scopes::text) <= 8192
    and array_position(scopes, null) is null
  )
);

create index oauth_tokens_key_version_idx
  on public.oauth_tokens (key_version);
create index oauth_tokens_refresh_key_version_idx
  on public.oauth_tokens (refresh_key_version);

alter table public.oauth_tokens enable row level security;

comment on table public.oauth_tokens is
  'Encrypted OAuth tokens, one row a user and provider. Only the server reads and writes them.';
comment on column public.oauth_tokens.id is
  'Made by the database.';
comment on column public.oauth_tokens.user_id is
  'Whose tokens they are.';
comment on column public.oauth_tokens.provider is
  'Who issued them, in lowercase: google.';
comment on column public.oauth_tokens.access_token is
  'What the server shows the provider; encrypted by the application.';
comment on column public.oauth_tokens.refresh_token is
  'What gets a new access token; encrypted. Null if the provider sent none.';
comment on column public.oauth_tokens.token_type is
  'How the access token is sent, as the provider says.';
comment on column public.oauth_tokens.expires_at is
  'When the access token expires; null if that is not known.';
comment on column public.oauth_tokens.scopes is
  'What the tokens allow, as the provider names it.';
comment on column public.oauth_tokens.key_version is
  'The key that encrypted access_token, read from the token. Must be registered.';
comment on column public.oauth_tokens.refresh_key_version is
  'The key that encrypted refresh_token. May be older than key_version: after a key rotation an access token is renewed alone.';
comment on column public.oauth_tokens.created_at is
  'When the user connected the provider.';
comment on column public.oauth_tokens.updated_at is
  'When the row changed last; set by a trigger.';

revoke all on table public.oauth_tokens from anon, authenticated, service_role;
-- Nothing for authenticated, ciphertext is not for browsers either. The policies stand as a second line, should a
-- grant ever be given by mistake.
grant select, insert, update, delete on table public.oauth_tokens to service_role;

create policy select_own on public.oauth_tokens
  for select
  to authenticated
  using (user_id = (select auth.uid()));
comment on policy select_own on public.oauth_tokens is
  'Second line behind the missing grant: nobody could see the tokens of others.';

create policy insert_own on public.oauth_tokens
  for insert
  to authenticated
  with check (user_id = (select auth.uid()));
comment on policy insert_own on public.oauth_tokens is
  'Second line behind the missing grant: nobody could store tokens for others.';

create policy update_own on public.oauth_tokens
  for update
  to authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));
comment on policy update_own on public.oauth_tokens is
  'Second line behind the missing grant: nobody could change the tokens of others.';

create policy delete_own on public.oauth_tokens
  for delete
  to authenticated
  using (user_id = (select auth.uid()));
comment on policy delete_own on public.oauth_tokens is
  'Second line behind the missing grant: nobody could delete the tokens of others.';

create trigger set_updated_at
  before update on public.oauth_tokens
  for each row
  execute function private.set_updated_at();

create function private.assert_acting_for(p_user_id uuid)
returns void
language plpgsql
stable
security invoker
set search_path = pg_catalog, pg_temp
as $$
begin
  -- the claims and not current_user: inside a definer function that is the owner, whoever calls
  if (p_user_id = (select auth.uid())) is true then
    return;
  end if;
  if ((select auth.role()) = 'service_role') is true then
    return;
  end if;
  raise insufficient_privilege using message = 'not allowed to act for this user';
end
$$;

-- The temporary schema is named, and last: auth.uid() and auth.role() name types without a schema, an empty path looks for
-- types in the temporary schema first of all, and a type that a user puts there would run his code with the rights of
-- the owner, whose bodies call this.
-- Says the same whether or not there is such a user. Without claims (direct SQL) nobody passes: operators have the tables.
comment on function private.assert_acting_for(uuid) is
  'The gate of each definer body: passes the user and the server, raises 42501 for anyone else.';

revoke execute on function private.assert_acting_for(uuid) from public, anon, authenticated, service_role;
grant execute on function private.assert_acting_for(uuid) to authenticated, service_role;

create function private.assert_given(
  p_parameter text,
  p_given boolean
)
returns void
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  if p_given is not true then
    raise null_value_not_allowed using message = format('%s must not be null', p_parameter);
  end if;
end
$$;

-- Takes whether the value is there and not the value, so that no value can reach an error message.
comment on function private.assert_given(text, boolean) is
  'Raises 22004 with the name of a parameter that must be there and is not.';

revoke execute on function private.assert_given(text, boolean) from public, anon, authenticated, service_role;
grant execute on function private.assert_given(text, boolean) to authenticated, service_role;

create function private.assert_scopes(p_scopes text[])
returns void
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  if array_ndims(p_scopes) > 1
    or cardinality(p_scopes) > 64
    or octet_length(p_scopes::text) > 8192
    or array_position(p_scopes, null) is not null
  then
    raise invalid_parameter_value using
      message = 'p_scopes is not a list of scopes',
      hint = 'At most 64 scopes, none of them null, at most 8192 bytes in all.';
  end if;
end
$$;

-- The tables' CHECK says the same, but its error prints the failing row, ciphertext included: hence before the insert.
comment on function private.assert_scopes(text[]) is
  'Raises 22023 for a list of scopes that the token tables would refuse; null is fine.';

revoke execute on function private.assert_scopes(text[]) from public, anon, authenticated, service_role;
grant execute on function private.assert_scopes(text[]) to authenticated, service_role;

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

-- Each token is cast to its domain by itself, before the row exists: a domain's error shows no value, a table's would.
comment on function public.store_google_oauth_tokens(uuid, text, text, timestamptz, text[]) is
  'For the server: keeps the encrypted Google tokens of a user, in place of older ones. A null refresh token or null scopes keep what is stored. Tokens have the form v<key version>.<iv>.<tag>.<data>.';

revoke execute on function public.store_google_oauth_tokens(uuid, text, text, timestamptz, text[])
  from public, anon, authenticated, service_role;
grant execute on function public.store_google_oauth_tokens(uuid, text, text, timestamptz, text[])
  to service_role;

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

create function private.delete_google_oauth_tokens(p_user_id uuid)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  perform private.assert_acting_for(p_user_id);
  perform private.assert_given('p_user_id', p_user_id is not null);

  delete from public.oauth_tokens as token
  where token.user_id = p_user_id and token.provider = 'google';
end
$$;

-- security definer: users may disconnect Google though they have no right on the table of tokens.
comment on function private.delete_google_oauth_tokens(uuid) is 'Body of public.delete_google_oauth_tokens.';

revoke execute on function private.delete_google_oauth_tokens(uuid) from public, anon, authenticated, service_role;
grant execute on function private.delete_google_oauth_tokens(uuid) to authenticated, service_role;

create function public.delete_google_oauth_tokens(p_user_id uuid)
returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.assert_given('p_user_id', p_user_id is not null);
  select private.delete_google_oauth_tokens(p_user_id);
$$;

comment on function public.delete_google_oauth_tokens(uuid) is
  'Forgets the Google tokens of a user; no error if there are none. 42501 for anyone but the user and the server.';

revoke execute on function public.delete_google_oauth_tokens(uuid) from public, anon, authenticated, service_role;
grant execute on function public.delete_google_oauth_tokens(uuid) to authenticated, service_role;
