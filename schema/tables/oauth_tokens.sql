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
