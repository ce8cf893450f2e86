-- Ada signed up with Google, Blaise by phone: no e-mail address, and nothing said of himself.
insert into auth.users (id, aud, role, email, phone, raw_user_meta_data, created_at, updated_at)
values
  (
    'a0000000-0000-4000-8000-000000000001',
    'authenticated',
    'authenticated',
    'ada@example.com',
    null,
    '{"full_name": "Ada Lovelace", "avatar_url": "https://example.com/ada.png"}',
    '2026-01-05 08:00:00+00',
    '2026-01-05 08:00:00+00'
  ),
  (
    'b0000000-0000-4000-8000-000000000002',
    'authenticated',
    'authenticated',
    null,
    '15550100',
    null,
    '2026-02-10 09:30:00+00',
    '2026-02-10 09:30:00+00'
  );
