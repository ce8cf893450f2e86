create table public.profiles (
  id uuid not null,
  email text,
  full_name text,
  avatar_url text,
  preferences jsonb not null default '{"theme": "system", "notificationsEnabled": true, "defaultView": "dashboard", "favoriteActions": []}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  google_access_token public.token_ciphertext,
  google_refresh_token public.token_ciphertext,
  google_token_expires_at timestamptz,
  google_scopes text[],
  google_key_version integer generated always as (private.key_version_of(google_access_token)) stored,
  google_refresh_key_version integer generated always as (private.key_version_of(google_refresh_token)) stored,
  constraint profiles_pkey primary key (id),
  constraint profiles_id_fkey foreign key (id)
    references auth.users (id) on delete cascade,
  -- lint-ignore foreign-key-without-index: a key is removed seldom, and one pass over the table is enough for that and for a rotation
  constraint profiles_google_key_version_fkey foreign key (google_key_version)
    references private.encryption_keys (version),
  -- lint-ignore foreign-key-without-index: a key is removed seldom, and one pass over the table is enough for that and for a rotation
  constraint profiles_google_refresh_key_version_fkey foreign key (google_refresh_key_version)
    references private.encryption_keys (version),
  constraint profiles_email_check check (octet_length(email) <= 1000),
  constraint profiles_full_name_check check (octet_length(full_name) <= 200),
  constraint profiles_avatar_url_check check (
    octet_length(avatar_url) <= 2048
    and avatar_url like 'https://%'
  ),
  constraint profiles_preferences_check check (
    jsonb_typeof(preferences) = 'object'
    and octet_length(preferences::text) <= 16384
    and case
      when jsonb_typeof(preferences -> 'favoriteActions') = 'array'
        then jsonb_array_length(preferences -> 'favoriteActions') <= 20
      else preferences -> 'favoriteActions' is null
    end
  ),
  constraint profiles_google_scopes_check check (
    coalesce(array_ndims(google_scopes), 1) = 1
    and cardinality(google_scopes) <= 64
    and octet_length(google_scopes::text) <= 8192
    and array_position(google_scopes, null) is null
  )
);

alter table public.profiles enable row level security;

comment on table public.profiles is
  'What AURA knows of a user, one row an account; made at sign-up, gone with the account.';
comment on column public.profiles.id is
  'The account in auth.users.';
comment on column public.profiles.email is
  'Copy of the account''s address, kept by a trigger. Null for phone and anonymous users; not unique, since single sign-on may repeat one.';
comment on column public.profiles.full_name is
  'Name to show; at first what the provider of the sign-up said.';
comment on column public.profiles.avatar_url is
  'Picture to show, an https URL.';
comment on column public.profiles.preferences is
  'Settings of the user interface, an object. favoriteActions, if there, is an array of at most 20.';
comment on column public.profiles.created_at is
  'When the profile was made.';
comment on column public.profiles.updated_at is
  'When the row changed last; set by a trigger.';
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
