-- The trigger on auth.users made these rows already, where it is there.
insert into public.profiles (id, email, full_name, avatar_url, preferences, created_at, updated_at)
values
  (
    'a0000000-0000-4000-8000-000000000001',
    'ada@example.com',
    'Ada Lovelace',
    'https://example.com/ada.png',
    '{"theme": "dark", "notificationsEnabled": true, "defaultView": "timeline", "favoriteActions": ["summarize-inbox"]}',
    '2026-01-05 08:00:00+00',
    '2026-01-05 08:00:00+00'
  ),
  (
    'b0000000-0000-4000-8000-000000000002',
    null,
    null,
    null,
    '{"theme": "system", "notificationsEnabled": true, "defaultView": "dashboard", "favoriteActions": []}',
    '2026-02-10 09:30:00+00',
    '2026-02-10 09:30:00+00'
  )
on conflict (id) do update
set
  preferences = excluded.preferences,
  created_at = excluded.created_at;
