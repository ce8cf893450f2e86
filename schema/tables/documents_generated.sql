create table public.documents_generated (
  id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  task_id text not null,
  document_type text not null,
  google_id text,
  title text,
  url text,
  created_at timestamptz not null default clock_timestamp(),
  constraint documents_generated_pkey primary key (id),
  constraint documents_generated_user_id_fkey foreign key (user_id)
    references auth.users (id) on delete cascade,
  constraint documents_generated_user_id_task_id_fkey foreign key (user_id, task_id)
    references public.task_history (user_id, task_id) on update cascade on delete cascade,
  constraint documents_generated_task_id_check check (octet_length(task_id) between 1 and 200),
  constraint documents_generated_document_type_check check (
    document_type in ('doc', 'sheet', 'email', 'calendar_event', 'file')
  ),
  constraint documents_generated_google_id_check check (octet_length(google_id) <= 500),
  constraint documents_generated_title_check check (octet_length(title) <= 500),
  constraint documents_generated_url_check check (
    octet_length(url) <= 2048
    and url like 'https://%'
  )
);

create index documents_generated_user_id_task_id_created_at_id_idx
  on public.documents_generated (user_id, task_id, created_at, id);
create index documents_generated_user_id_created_at_id_idx
  on public.documents_generated (user_id, created_at desc, id desc);
create index documents_generated_user_id_document_type_created_at_id_idx
  on public.documents_generated (user_id, document_type, created_at desc, id desc);

alter table public.documents_generated enable row level security;

comment on table public.documents_generated is
  'Links to what a task made in Google Workspace; the documents themselves stay there.';
comment on column public.documents_generated.id is
  'Made by the database unless the client brings one.';
comment on column public.documents_generated.user_id is
  'Whose document it is.';
comment on column public.documents_generated.task_id is
  'The task that made it, one of the same user; it must be in task_history first, and takes its documents along when it goes.';
comment on column public.documents_generated.document_type is
  'doc, sheet, email, calendar_event or file.';
comment on column public.documents_generated.google_id is
  'How Google names it.';
comment on column public.documents_generated.title is
  'What to show for it.';
comment on column public.documents_generated.url is
  'Where it opens, an https URL.';
comment on column public.documents_generated.created_at is
  'When it was recorded, by the clock: documents of one batch differ.';

-- The functions hand these to their callers as hints: see private.refuse_row.
comment on constraint documents_generated_user_id_fkey on public.documents_generated is
  'An account in auth.users.';
comment on constraint documents_generated_user_id_task_id_fkey on public.documents_generated is
  'A task of the same user, which must be in task_history first.';
comment on constraint documents_generated_task_id_check on public.documents_generated is
  '1 to 200 bytes.';
comment on constraint documents_generated_document_type_check on public.documents_generated is
  'doc, sheet, email, calendar_event or file.';
comment on constraint documents_generated_google_id_check on public.documents_generated is
  'At most 500 bytes.';
comment on constraint documents_generated_title_check on public.documents_generated is
  'At most 500 bytes.';
comment on constraint documents_generated_url_check on public.documents_generated is
  'Begins with https://, at most 2048 bytes.';
