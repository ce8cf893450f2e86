create table public.workflows (
  id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  command text not null,
  status public.workflow_status not null default 'planning',
  steps jsonb not null default '[]',
  results jsonb not null default '[]',
  error text,
  start_time timestamptz not null default now(),
  end_time timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint workflows_pkey primary key (id),
  constraint workflows_user_id_id_key unique (user_id, id),
  constraint workflows_user_id_fkey foreign key (user_id)
    references public.profiles (id) on delete cascade,
  constraint workflows_command_check check (octet_length(command) between 1 and 20000),
  constraint workflows_steps_check check (
    jsonb_typeof(steps) = 'array'
    and octet_length(steps::text) <= 262144
  ),
  constraint workflows_results_check check (
    jsonb_typeof(results) = 'array'
    and octet_length(results::text) <= 262144
  ),
  constraint workflows_error_check check (octet_length(error) <= 65536),
  constraint workflows_end_time_check check (end_time >= start_time)
);

create index workflows_user_id_created_at_id_idx
  on public.workflows (user_id, created_at desc, id desc);

alter table public.workflows enable row level security;

comment on table public.workflows is
  'What a user asked for, as it is being planned and carried out.';
comment on column public.workflows.id is
  'Made by the database unless the client brings one.';
comment on column public.workflows.user_id is
  'Whose it is. Unique together with id, so that the history can refer to a workflow of the same user only.';
comment on column public.workflows.command is
  'The request in the user''s words.';
comment on column public.workflows.status is
  'How far it is.';
comment on column public.workflows.steps is
  'The plan: an array, one entry a step.';
comment on column public.workflows.results is
  'What the steps brought: an array.';
comment on column public.workflows.error is
  'Why it failed, for people to read.';
comment on column public.workflows.start_time is
  'When the work began.';
comment on column public.workflows.end_time is
  'When the work ended; null while it goes on, never before start_time.';
comment on column public.workflows.created_at is
  'When the row was made.';
comment on column public.workflows.updated_at is
  'When the row changed last; set by a trigger.';
