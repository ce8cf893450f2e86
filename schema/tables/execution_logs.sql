create table public.execution_logs (
  id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  task_id text not null,
  step_id text,
  agent_type text not null,
  message text not null,
  log_level text not null default 'info',
  metadata jsonb,
  created_at timestamptz not null default clock_timestamp(),
  seq bigint not null generated always as identity,
  constraint execution_logs_pkey primary key (id),
  constraint execution_logs_user_id_fkey foreign key (user_id)
    references auth.users (id) on delete cascade,
  constraint execution_logs_task_id_check check (octet_length(task_id) between 1 and 200),
  constraint execution_logs_step_id_check check (octet_length(step_id) <= 200),
  constraint execution_logs_agent_type_check check (
    agent_type in ('planner', 'worker', 'evaluator', 'system')
  ),
  constraint execution_logs_message_check check (octet_length(message) between 1 and 65536),
  constraint execution_logs_log_level_check check (
    log_level in ('info', 'success', 'error', 'warning')
  ),
  constraint execution_logs_metadata_check check (
    jsonb_typeof(metadata) = 'object'
    and octet_length(metadata::text) <= 262144
  )
);

-- Each index costs every insert of the live feed: three B-trees carry all reads, and the purge has a BRIN index.
create index execution_logs_user_id_created_at_seq_idx
  on public.execution_logs (user_id, created_at desc, seq desc);
create index execution_logs_user_id_task_id_seq_idx
  on public.execution_logs (user_id, task_id, seq);
create index execution_logs_created_at_idx
  on public.execution_logs using brin (created_at);

alter table public.execution_logs enable row level security;

comment on table public.execution_logs is
  'What the agents do, line by line: the live feed while a task runs, the log afterwards. In the publication supabase_realtime.';
comment on column public.execution_logs.id is
  'Made by the database unless the client brings one. A deleted line''s id goes to every subscriber, so it must not be a secret.';
comment on column public.execution_logs.user_id is
  'Whose task it is.';
comment on column public.execution_logs.task_id is
  'The application''s name of the task. No reference: lines may come before the task is in task_history.';
comment on column public.execution_logs.step_id is
  'The step of the plan; null for what concerns the whole task.';
comment on column public.execution_logs.agent_type is
  'Who says it: planner, worker, evaluator, or system for errors outside of them.';
comment on column public.execution_logs.message is
  'The line, for the user to read. Never a token.';
comment on column public.execution_logs.log_level is
  'info, success, warning or error.';
comment on column public.execution_logs.metadata is
  'Details for programs, an object.';
comment on column public.execution_logs.created_at is
  'When the line was written, by the clock: lines of one transaction differ.';
comment on column public.execution_logs.seq is
  'Order inside a task, and the cursor of pages. Counts over all users, with gaps; taken before the commit, so a lower one may appear later.';

-- The functions hand these to their callers as hints: see private.refuse_row.
comment on constraint execution_logs_user_id_fkey on public.execution_logs is
  'An account in auth.users.';
comment on constraint execution_logs_task_id_check on public.execution_logs is
  '1 to 200 bytes.';
comment on constraint execution_logs_step_id_check on public.execution_logs is
  'At most 200 bytes.';
comment on constraint execution_logs_agent_type_check on public.execution_logs is
  'planner, worker, evaluator or system.';
comment on constraint execution_logs_message_check on public.execution_logs is
  '1 to 65536 bytes.';
comment on constraint execution_logs_log_level_check on public.execution_logs is
  'info, success, error or warning.';
comment on constraint execution_logs_metadata_check on public.execution_logs is
  'A JSON object, at most 262144 bytes as text.';
