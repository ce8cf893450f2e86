create trigger check_token_keys
  before insert or update of access_token, refresh_token on public.oauth_tokens
  for each row
  execute function private.check_token_keys('access_token', 'refresh_token');

create trigger set_updated_at
  before update on public.oauth_tokens
  for each row
  execute function private.set_updated_at();
