create table public.workflow_history (
  id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  workflow_id uuid not null,
  command text not null,
  status public.workflow_status not null,
  executed_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  constraint workflow_history_pkey primary key (id),
  constraint workflow_history_user_id_fkey foreign key (user_id)
    references public.profiles (id) on delete cascade,
  constraint workflow_history_user_id_workflow_id_fkey foreign key (user_id, workflow_id)
    references public.workflows (user_id, id) on delete cascade,
  constraint workflow_history_command_check check (octet_length(command) between 1 and 20000)
);

create index workflow_history_user_id_executed_at_id_idx
  on public.workflow_history (user_id, executed_at desc, id desc);
create index workflow_history_user_id_workflow_id_idx
  on public.workflow_history (user_id, workflow_id);

alter table public.workflow_history enable row level security;

comment on table public.workflow_history is
  'The runs of workflows, as they were; never updated.';
comment on column public.workflow_history.id is
  'Made by the database unless the client brings one.';
comment on column public.workflow_history.user_id is
  'Whose run it was.';
comment on column public.workflow_history.workflow_id is
  'The workflow that ran, one of the same user.';
comment on column public.workflow_history.command is
  'The request at the time of the run.';
comment on column public.workflow_history.status is
  'How far the run got.';
comment on column public.workflow_history.executed_at is
  'When it ran.';
comment on column public.workflow_history.created_at is
  'When the row was made.';
