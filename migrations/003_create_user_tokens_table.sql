-- The tokens that the agents work with, for any provider.
-- Brings: the table user_tokens; the functions that store, read and delete a user's tokens, and the one that tells the
-- browser whether a provider is connected.
-- Meets: 6.4, 14.1, 14.2, 14.4 (encrypted; only the server reads them) and 15.3 (no token in an error).

create table public.user_tokens (
  id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  provider text not null default 'google',
  access_token public.token_ciphertext not null,
  refresh_token public.token_ciphertext,
  expires_at timestamptz not null,
  scopes text[] not null default '{}',
  key_version integer not null generated always as (private.key_version_of(access_token)) stored,
  refresh_key_version integer generated always as (private.key_version_of(refresh_token)) stored,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint user_tokens_pkey primary key (id),
  constraint user_tokens_user_id_provider_key unique (user_id, provider),
  constraint user_tokens_user_id_fkey foreign key (user_id)
    references auth.users (id) on delete cascade,
  constraint user_tokens_key_version_fkey foreign key (key_version)
    references private.encryption_keys (version),
  constraint user_tokens_refresh_key_version_fkey foreign key (refresh_key_version)
    references private.encryption_keys (version),
  constraint user_tokens_provider_check check (provider ~ '^[a-z][a-z0-9_]{0,31}$'),
  constraint user_tokens_scopes_check check (
    coalesce(array_ndims(scopes), 1) = 1
    and cardinality(scopes) <= 64
    and octet_length(scopes::text) <= 8192
    and array_position(scopes, null) is null
  )
);

create index user_tokens_expires_at_idx
  on public.user_tokens (expires_at);
create index user_tokens_key_version_idx
  on public.user_tokens (key_version);
create index user_tokens_refresh_key_version_idx
  on public.user_tokens (refresh_key_version);

alter table public.user_tokens enable row level security;

comment on table public.user_tokens is
  'The encrypted tokens that the agents work with, one row a user and provider. Only the server reads and writes them; the browser sees get_user_token_status.';
comment on column public.user_tokens.id is
  'Made by the database.';
comment on column public.user_tokens.user_id is
  'Whose tokens they are.';
comment on column public.user_tokens.provider is
  'Who issued them, in lowercase: google.';
comment on column public.user_tokens.access_token is
  'What the agents show the provider; encrypted by the application.';
comment on column public.user_tokens.refresh_token is
  'What gets a new access token; encrypted. upsert_user_tokens sees that it is there and keeps it when the provider sends none.';
comment on column public.user_tokens.expires_at is
  'When the access token expires; the job that refreshes tokens looks for those about to.';
comment on column public.user_tokens.scopes is
  'What the tokens allow, as the provider names it.';
comment on column public.user_tokens.key_version is
  'The key that encrypted access_token, read from the token. Must be registered.';
comment on column public.user_tokens.refresh_key_version is
  'The key that encrypted refresh_token. May be older than key_version: after a key rotation an access token is renewed alone.';
comment on column public.user_tokens.created_at is
  'When the user connected the provider.';
comment on column public.user_tokens.updated_at is
  'When the row changed last; set by a trigger.';

revoke all on table public.user_tokens from anon, authenticated, service_role;
-- Nothing for authenticated, ciphertext is not for browsers either. The policies stand as a second line, should a
-- grant ever be given by mistake.
grant select, insert, update, delete on table public.user_tokens to service_role;

create policy select_own on public.user_tokens
  for select
  to authenticated
  using (user_id = (select auth.uid()));
comment on policy select_own on public.user_tokens is
  'Second line behind the missing grant: nobody could see the tokens of others.';

create policy insert_own on public.user_tokens
  for insert
  to authenticated
  with check (user_id = (select auth.uid()));
comment on policy insert_own on public.user_tokens is
  'Second line behind the missing grant: nobody could store tokens for others.';

create policy update_own on public.user_tokens
  for update
  to authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));
comment on policy update_own on public.user_tokens is
  'Second line behind the missing grant: nobody could change the tokens of others.';

create policy delete_own on public.user_tokens
  for delete
  to authenticated
  using (user_id = (select auth.uid()));
comment on policy delete_own on public.user_tokens is
  'Second line behind the missing grant: nobody could delete the tokens of others.';

create trigger set_updated_at
  before update on public.user_tokens
  for each row
  execute function private.set_updated_at();

create function private.assert_provider(p_provider text)
returns void
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  perform private.assert_given('p_provider', p_provider is not null);
  if p_provider !~ '^[a-z][a-z0-9_]{0,31}$' then
    raise invalid_parameter_value using
      message = 'p_provider is not the name of a provider',
      hint = 'A lowercase letter, then up to 31 lowercase letters, digits and underscores.';
  end if;
end
$$;

-- The tables' CHECK says the same, but its error prints the failing row, ciphertext included: hence before the insert.
comment on function private.assert_provider(text) is
  'Raises 22004 for a missing provider and 22023 for one that the token tables would refuse.';

revoke execute on function private.assert_provider(text) from public, anon, authenticated, service_role;
grant execute on function private.assert_provider(text) to authenticated, service_role;

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

-- Each token is cast to its domain by itself, before the row exists: a domain's error shows no value, a table's would.
comment on function public.upsert_user_tokens(uuid, text, text, text, timestamptz, text[]) is
  'For the server: keeps the encrypted tokens of a user for one provider, in place of older ones. A null refresh token or null scopes keep what is stored; 22004 if there is no refresh token at all. Tokens have the form v<key version>.<iv>.<tag>.<data>.';

revoke execute on function public.upsert_user_tokens(uuid, text, text, text, timestamptz, text[])
  from public, anon, authenticated, service_role;
grant execute on function public.upsert_user_tokens(uuid, text, text, text, timestamptz, text[])
  to service_role;

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

create function private.delete_user_tokens(
  p_user_id uuid,
  p_provider text default 'google'
)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  perform private.assert_acting_for(p_user_id);
  perform private.assert_given('p_user_id', p_user_id is not null);
  perform private.assert_given('p_provider', p_provider is not null);

  delete from public.user_tokens as token
  where token.user_id = p_user_id and token.provider = p_provider;
end
$$;

-- security definer: users may disconnect a provider though they have no right on the table of tokens.
comment on function private.delete_user_tokens(uuid, text) is 'Body of public.delete_user_tokens.';

revoke execute on function private.delete_user_tokens(uuid, text) from public, anon, authenticated, service_role;
grant execute on function private.delete_user_tokens(uuid, text) to authenticated, service_role;

create function public.delete_user_tokens(
  p_user_id uuid,
  p_provider text default 'google'
)
returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.assert_given('p_user_id', p_user_id is not null);
  select private.delete_user_tokens(p_user_id, p_provider);
$$;

comment on function public.delete_user_tokens(uuid, text) is
  'Disconnects a provider by forgetting its tokens; no error if there are none. 42501 for anyone but the user and the server.';

revoke execute on function public.delete_user_tokens(uuid, text) from public, anon, authenticated, service_role;
grant execute on function public.delete_user_tokens(uuid, text) to authenticated, service_role;
