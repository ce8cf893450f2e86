insert into public.workflows (id, user_id, command, status, steps, results, error, start_time, end_time, created_at)
values
  (
    'a1000000-0000-4000-8000-000000000001',
    'a0000000-0000-4000-8000-000000000001',
    'Summarise the mails of this week in a document',
    'completed',
    '[{"id": "s1", "action": "gmail.search"}, {"id": "s2", "action": "docs.create"}]',
    '[{"step": "s1", "count": 42}, {"step": "s2", "title": "Mails, week 2"}]',
    null,
    '2026-01-12 08:00:00+00',
    '2026-01-12 08:00:09+00',
    '2026-01-12 08:00:00+00'
  ),
  (
    'a1000000-0000-4000-8000-000000000002',
    'a0000000-0000-4000-8000-000000000001',
    'Book a room for Monday',
    'failed',
    '[{"id": "s1", "action": "calendar.create"}]',
    '[]',
    'The calendar refused the event',
    '2026-01-13 10:00:00+00',
    '2026-01-13 10:00:02+00',
    '2026-01-13 10:00:00+00'
  ),
  (
    'b1000000-0000-4000-8000-000000000003',
    'b0000000-0000-4000-8000-000000000002',
    'Sort the receipts into a sheet',
    'planning',
    '[]',
    '[]',
    null,
    '2026-02-11 07:15:00+00',
    null,
    '2026-02-11 07:15:00+00'
  );
