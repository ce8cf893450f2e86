-- The form of ciphertext, and nothing in it. Ada's refresh token has an older key than her access token.
insert into public.oauth_tokens (id, user_id, provider, access_token, refresh_token, expires_at, scopes, created_at, updated_at)
values
  (
    'a3000000-0000-4000-8000-000000000001',
    'a0000000-0000-4000-8000-000000000001',
    'google',
    'v3.c2FtcGxlLXNhbXBs.c2FtcGxlLXNhbXBsZS1zYQ.c2FtcGxlLWFjY2Vzcw',
    'v2.c2FtcGxlLXNhbXBs.c2FtcGxlLXNhbXBsZS1zYQ.c2FtcGxlLXJlZnJlc2g',
    '2026-02-12 09:00:00+00',
    array['https://www.googleapis.com/auth/gmail.readonly', 'https://www.googleapis.com/auth/documents'],
    '2026-01-05 08:01:00+00',
    '2026-02-12 08:00:00+00'
  );
