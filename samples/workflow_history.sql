insert into public.workflow_history (id, user_id, workflow_id, command, status, executed_at, created_at)
values
  (
    'a2000000-0000-4000-8000-000000000001',
    'a0000000-0000-4000-8000-000000000001',
    'a1000000-0000-4000-8000-000000000001',
    'Summarise the mails of this week in a document',
    'completed',
    '2026-01-12 08:00:00+00',
    '2026-01-12 08:00:09+00'
  ),
  (
    'a2000000-0000-4000-8000-000000000002',
    'a0000000-0000-4000-8000-000000000001',
    'a1000000-0000-4000-8000-000000000002',
    'Book a room for Monday',
    'failed',
    '2026-01-13 10:00:00+00',
    '2026-01-13 10:00:02+00'
  );
