create table public.task_history (
  id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  task_id text not null,
  title text not null,
  status text not null,
  input_prompt text not null,
  output_summary text,
  outputs jsonb,
  google_services text[] not null default '{}',
  duration_ms integer,
  rerun_of uuid,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  completed_at timestamptz,
  updated_at timestamptz not null default now(),
  constraint task_history_pkey primary key (id),
  constraint task_history_user_id_task_id_key unique (user_id, task_id),
  constraint task_history_user_id_id_key unique (user_id, id),
  constraint task_history_user_id_fkey foreign key (user_id)
    references auth.users (id) on delete cascade,
  constraint task_history_user_id_rerun_of_fkey foreign key (user_id, rerun_of)
    references public.task_history (user_id, id) on delete set null (rerun_of),
  constraint task_history_task_id_check check (octet_length(task_id) between 1 and 200),
  constraint task_history_title_check check (octet_length(title) between 1 and 500),
  constraint task_history_status_check check (
    status in ('pending', 'running', 'success', 'failed', 'rerun', 'cancelled')
  ),
  constraint task_history_input_prompt_check check (octet_length(input_prompt) <= 131072),
  constraint task_history_output_summary_check check (octet_length(output_summary) <= 131072),
  constraint task_history_outputs_check check (octet_length(outputs::text) <= 524288),
  constraint task_history_google_services_check check (
    cardinality(google_services) <= 5
    and google_services <@ array['gmail', 'drive', 'docs', 'sheets', 'calendar']
  ),
  constraint task_history_duration_ms_check check (duration_ms >= 0),
  constraint task_history_completed_at_check check (
    (completed_at is not null) = (status in ('success', 'failed', 'rerun', 'cancelled'))
  )
);

create index task_history_user_id_created_at_id_idx
  on public.task_history (user_id, created_at desc, id desc);
create index task_history_user_id_rerun_of_idx
  on public.task_history (user_id, rerun_of)
  where rerun_of is not null;

alter table public.task_history enable row level security;

comment on table public.task_history is
  'The tasks of a user, one row a task, from the moment it is known. In the publication supabase_realtime: the timeline follows status changes.';
comment on column public.task_history.id is
  'Made by the database unless the client brings one. A deleted task''s id goes to every subscriber, so it must not be a secret.';
comment on column public.task_history.user_id is
  'Whose task it is.';
comment on column public.task_history.task_id is
  'The application''s name of the task; unique among the tasks of one user, others may use the same.';
comment on column public.task_history.title is
  'A line for the timeline.';
comment on column public.task_history.status is
  'pending, running, or final: success, failed, cancelled, rerun (another task took its place).';
comment on column public.task_history.input_prompt is
  'The request in the user''s words.';
comment on column public.task_history.output_summary is
  'What came of it, for people to read.';
comment on column public.task_history.outputs is
  'What came of it, for programs. With the two texts it stays below what Realtime carries, 1 MiB.';
comment on column public.task_history.google_services is
  'Which of gmail, drive, docs, sheets, calendar the task used.';
comment on column public.task_history.duration_ms is
  'How long the work took, in milliseconds; null while that is not known.';
comment on column public.task_history.rerun_of is
  'The task that this one repeats, one of the same user; null if it repeats none or that one was deleted.';
comment on column public.task_history.created_at is
  'When the task became known.';
comment on column public.task_history.started_at is
  'When it ran first; null if it has not.';
comment on column public.task_history.completed_at is
  'When it ended; there exactly when the status is final.';
comment on column public.task_history.updated_at is
  'When the row changed last; set by a trigger.';

-- The functions hand these to their callers as hints: see private.refuse_row.
comment on constraint task_history_user_id_task_id_key on public.task_history is
  'A user has one task of a task_id; update_task_history_status changes it.';
comment on constraint task_history_user_id_fkey on public.task_history is
  'An account in auth.users.';
comment on constraint task_history_user_id_rerun_of_fkey on public.task_history is
  'A task of the same user.';
comment on constraint task_history_task_id_check on public.task_history is
  '1 to 200 bytes.';
comment on constraint task_history_title_check on public.task_history is
  '1 to 500 bytes.';
comment on constraint task_history_status_check on public.task_history is
  'pending, running, success, failed, rerun or cancelled.';
comment on constraint task_history_input_prompt_check on public.task_history is
  'At most 131072 bytes.';
comment on constraint task_history_output_summary_check on public.task_history is
  'At most 131072 bytes.';
comment on constraint task_history_outputs_check on public.task_history is
  'At most 524288 bytes as text.';
comment on constraint task_history_google_services_check on public.task_history is
  'At most 5 of gmail, drive, docs, sheets and calendar.';
comment on constraint task_history_duration_ms_check on public.task_history is
  'Not negative.';
comment on constraint task_history_completed_at_check on public.task_history is
  'Set exactly when the status is success, failed, rerun or cancelled.';
