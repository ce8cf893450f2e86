insert into public.execution_logs (id, user_id, task_id, step_id, agent_type, message, log_level, metadata, created_at)
values
  (
    'a5000000-0000-4000-8000-000000000001',
    'a0000000-0000-4000-8000-000000000001',
    'task-1',
    null,
    'planner',
    'Two steps: search the mails, write the document',
    'info',
    '{"steps": 2}',
    '2026-01-12 08:00:01+00'
  ),
  (
    'a5000000-0000-4000-8000-000000000002',
    'a0000000-0000-4000-8000-000000000001',
    'task-1',
    's1',
    'worker',
    '42 mails found',
    'success',
    '{"count": 42}',
    '2026-01-12 08:00:04+00'
  ),
  (
    'a5000000-0000-4000-8000-000000000003',
    'a0000000-0000-4000-8000-000000000001',
    'task-1',
    null,
    'evaluator',
    'The document answers the request',
    'success',
    null,
    '2026-01-12 08:00:09+00'
  ),
  (
    'b5000000-0000-4000-8000-000000000004',
    'b0000000-0000-4000-8000-000000000002',
    -- the same name as Ada's task: names are unique among the tasks of one user only
    'task-1',
    null,
    'system',
    'The planner does not answer',
    'error',
    '{"attempt": 3}',
    '2026-02-11 07:15:30+00'
  );
