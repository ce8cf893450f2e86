create trigger check_token_keys
  before insert or update of google_access_token, google_refresh_token on public.profiles
  for each row
  execute function private.check_token_keys('google_access_token', 'google_refresh_token');

create trigger set_updated_at
  before update on public.profiles
  for each row
  execute function private.set_updated_at();
