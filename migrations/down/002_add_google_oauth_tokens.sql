-- Takes 002_add_google_oauth_tokens back.
-- Lost: all rows of oauth_tokens and of private.encryption_keys; of profiles the six columns google_*.

drop function public.delete_google_oauth_tokens(uuid);
drop function private.delete_google_oauth_tokens(uuid);
drop function public.get_google_oauth_token(uuid);
drop function public.store_google_oauth_tokens(uuid, text, text, timestamptz, text[]);
drop function private.assert_scopes(text[]);
drop function private.assert_given(text, boolean);
drop function private.assert_acting_for(uuid);

drop table public.oauth_tokens;

-- The generated columns before those that they are made from. Rights on the columns go with them.
alter table public.profiles
  drop column google_refresh_key_version,
  drop column google_key_version,
  drop column google_scopes,
  drop column google_token_expires_at,
  drop column google_refresh_token,
  drop column google_access_token;

drop table private.encryption_keys;

drop function private.key_version_of(text);

drop domain public.token_ciphertext;
