insert into public.documents_generated (id, user_id, task_id, document_type, google_id, title, url, created_at)
values
  (
    'a7000000-0000-4000-8000-000000000001',
    'a0000000-0000-4000-8000-000000000001',
    'task-1',
    'doc',
    'sample-document',
    'Mails, week 2',
    'https://docs.google.com/document/d/sample-document',
    '2026-01-12 08:00:08+00'
  ),
  (
    'a7000000-0000-4000-8000-000000000002',
    'a0000000-0000-4000-8000-000000000001',
    'task-1',
    'email',
    null,
    null,
    null,
    '2026-01-12 08:00:09+00'
  );
