-- Links to what the tasks made in Google Workspace.
-- Brings: the table documents_generated; the functions that record links one by one and in batches, read, delete and count
-- them.
-- Meets: of 5.2 to 5.5 the links, and 10.1, 10.2 (files).

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

revoke all on table public.documents_generated from anon, authenticated, service_role;
grant select, delete on table public.documents_generated to authenticated;
grant insert (id, user_id, task_id, document_type, google_id, title, url) on table public.documents_generated to authenticated;
grant update (google_id, title, url) on table public.documents_generated to authenticated;
grant select, insert, update, delete on table public.documents_generated to service_role;

create policy select_own on public.documents_generated
  for select
  to authenticated
  using (user_id = (select auth.uid()));
comment on policy select_own on public.documents_generated is
  'Users see links to their own documents.';

create policy insert_own on public.documents_generated
  for insert
  to authenticated
  with check (user_id = (select auth.uid()));
comment on policy insert_own on public.documents_generated is
  'Users record documents of their own; that the task is theirs, the foreign key sees to.';

create policy update_own on public.documents_generated
  for update
  to authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));
comment on policy update_own on public.documents_generated is
  'Users correct their own links, and cannot move them to another user or task.';

create policy delete_own on public.documents_generated
  for delete
  to authenticated
  using (user_id = (select auth.uid()));
comment on policy delete_own on public.documents_generated is
  'Users delete their own links; the document in Google Workspace stays.';

create function public.insert_generated_document(
  p_user_id uuid,
  p_task_id text,
  p_document_type text,
  p_google_id text,
  p_title text,
  p_url text default null
)
returns uuid
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  new_id uuid;
begin
  perform private.assert_given('p_user_id', p_user_id is not null);
  perform private.assert_given('p_task_id', p_task_id is not null);
  perform private.assert_given('p_document_type', p_document_type is not null);

  insert into public.documents_generated (user_id, task_id, document_type, google_id, title, url)
  values (p_user_id, p_task_id, p_document_type, p_google_id, p_title, p_url)
  returning id into new_id;

  return new_id;
end
$$;

comment on function public.insert_generated_document(uuid, text, text, text, text, text) is
  'Records a document that a task made and answers its id; 23503 if the user has no such task.';

revoke execute on function public.insert_generated_document(uuid, text, text, text, text, text)
  from public, anon, authenticated, service_role;
grant execute on function public.insert_generated_document(uuid, text, text, text, text, text)
  to authenticated, service_role;

create function public.batch_insert_generated_documents(
  p_user_id uuid,
  p_task_id text,
  p_documents jsonb
)
returns integer
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  bad_index bigint;
  bad_reason text;
begin
  perform private.assert_given('p_user_id', p_user_id is not null);
  perform private.assert_given('p_task_id', p_task_id is not null);

  if private.batch_length('p_documents', p_documents) = 0 then
    return 0;
  end if;

  -- the table's CHECKs again: theirs would not say which element is at fault, and would print it
  select fault.index, fault.reason
  into bad_index, bad_reason
  from (
    select
      entry.number - 1 as index,
      case
        when jsonb_typeof(entry.value) <> 'object' then 'must be an object'
        when jsonb_typeof(entry.value -> 'document_type') is distinct from 'string'
          then 'document_type must be a string'
        when entry.value ->> 'document_type' not in ('doc', 'sheet', 'email', 'calendar_event', 'file')
          then 'document_type must be doc, sheet, email, calendar_event or file'
        when jsonb_typeof(entry.value -> 'google_id') not in ('string', 'null') then 'google_id must be a string'
        when octet_length(entry.value ->> 'google_id') > 500 then 'google_id is longer than 500 bytes'
        when jsonb_typeof(entry.value -> 'title') not in ('string', 'null') then 'title must be a string'
        when octet_length(entry.value ->> 'title') > 500 then 'title is longer than 500 bytes'
        when jsonb_typeof(entry.value -> 'url') not in ('string', 'null') then 'url must be a string'
        when octet_length(entry.value ->> 'url') > 2048 then 'url is longer than 2048 bytes'
        when not starts_with(entry.value ->> 'url', 'https://') then 'url must begin with https://'
      end as reason
    from jsonb_array_elements(p_documents) with ordinality as entry (value, number)
  ) as fault
  where fault.reason is not null
  order by fault.index
  limit 1;

  if bad_reason is not null then
    raise invalid_parameter_value using
      message = format('p_documents, element %s: %s', bad_index, bad_reason),
      hint = 'Elements count from 0. Nothing was inserted.';
  end if;

  insert into public.documents_generated (user_id, task_id, document_type, google_id, title, url)
  select
    p_user_id,
    p_task_id,
    entry.value ->> 'document_type',
    entry.value ->> 'google_id',
    entry.value ->> 'title',
    entry.value ->> 'url'
  from jsonb_array_elements(p_documents) with ordinality as entry (value, number)
  -- created_at is drawn row by row after the sort: the array's order is the list's
  order by entry.number;

  return jsonb_array_length(p_documents);
end
$$;

comment on function public.batch_insert_generated_documents(uuid, text, jsonb) is
  'Records up to 1,000 documents that a task made, in the order of the array, and answers how many. An element is an object with document_type, and if known google_id, title and url; other fields are ignored. If one element is bad nothing is recorded: 22023 names its index, from 0.';

revoke execute on function public.batch_insert_generated_documents(uuid, text, jsonb) from public, anon, authenticated, service_role;
grant execute on function public.batch_insert_generated_documents(uuid, text, jsonb) to authenticated, service_role;

create function public.get_documents_by_task(
  p_user_id uuid,
  p_task_id text
)
returns table (
  id uuid,
  task_id text,
  document_type text,
  google_id text,
  title text,
  url text,
  created_at timestamptz
)
language plpgsql
stable
security invoker
set search_path = ''
set enable_sort = off
as $$
begin
  perform private.assert_given('p_user_id', p_user_id is not null);
  perform private.assert_given('p_task_id', p_task_id is not null);

  return query
  select
    document.id,
    document.task_id,
    document.document_type,
    document.google_id,
    document.title,
    document.url,
    document.created_at
  from public.documents_generated as document
  where document.user_id = p_user_id and document.task_id = p_task_id
  order by document.created_at, document.id
  limit 1000;
end
$$;

-- enable_sort off: a page is read in the order of an index up to its last row, and never by fetching and sorting all
-- rows of the user, however few the statistics promise.
comment on function public.get_documents_by_task(uuid, text) is
  'The documents that a task made, oldest first, at most 1,000.';

revoke execute on function public.get_documents_by_task(uuid, text) from public, anon, authenticated, service_role;
grant execute on function public.get_documents_by_task(uuid, text) to authenticated, service_role;

create function public.get_documents_by_type(
  p_user_id uuid,
  p_document_type text,
  p_limit integer default 50,
  p_offset integer default 0,
  p_before_created_at timestamptz default null,
  p_before_id uuid default null
)
returns table (
  id uuid,
  task_id text,
  document_type text,
  google_id text,
  title text,
  url text,
  created_at timestamptz
)
language plpgsql
stable
security invoker
set search_path = ''
set plan_cache_mode = force_custom_plan
set enable_sort = off
as $$
declare
  page_size constant integer := private.page_limit(p_limit, 50);
  skipped constant integer := private.page_offset(p_offset, num_nonnulls(p_before_created_at, p_before_id));
begin
  perform private.assert_given('p_user_id', p_user_id is not null);
  perform private.assert_given('p_document_type', p_document_type is not null);

  return query
  select
    document.id,
    document.task_id,
    document.document_type,
    document.google_id,
    document.title,
    document.url,
    document.created_at
  from public.documents_generated as document
  where
    document.user_id = p_user_id
    and document.document_type = p_document_type
    and (p_before_id is null or (document.created_at, document.id) < (p_before_created_at, p_before_id))
  order by document.created_at desc, document.id desc
  limit page_size
  offset skipped;
end
$$;

-- force_custom_plan: planned with the values at hand, a filter that is null vanishes and the others become index
-- conditions.
-- enable_sort off: a page is read in the order of an index up to its last row, and never by fetching and sorting all
-- rows of the user, however few the statistics promise.
comment on function public.get_documents_by_type(uuid, text, integer, integer, timestamptz, uuid) is
  'A user''s documents of one type, newest first, 50 unless p_limit (at most 1,000) says else. For the next page pass created_at and id of the last document as p_before_created_at and p_before_id.';

revoke execute on function public.get_documents_by_type(uuid, text, integer, integer, timestamptz, uuid)
  from public, anon, authenticated, service_role;
grant execute on function public.get_documents_by_type(uuid, text, integer, integer, timestamptz, uuid)
  to authenticated, service_role;

create function public.get_recent_documents(
  p_user_id uuid,
  p_limit integer default 20
)
returns table (
  id uuid,
  task_id text,
  document_type text,
  google_id text,
  title text,
  url text,
  created_at timestamptz
)
language plpgsql
stable
security invoker
set search_path = ''
set enable_sort = off
as $$
declare
  page_size constant integer := private.page_limit(p_limit, 20);
begin
  perform private.assert_given('p_user_id', p_user_id is not null);

  return query
  select
    document.id,
    document.task_id,
    document.document_type,
    document.google_id,
    document.title,
    document.url,
    document.created_at
  from public.documents_generated as document
  where document.user_id = p_user_id
  order by document.created_at desc, document.id desc
  limit page_size;
end
$$;

-- enable_sort off: a page is read in the order of an index up to its last row, and never by fetching and sorting all
-- rows of the user, however few the statistics promise.
comment on function public.get_recent_documents(uuid, integer) is
  'A user''s last documents, newest first, 20 unless p_limit (at most 1,000) says else.';

revoke execute on function public.get_recent_documents(uuid, integer) from public, anon, authenticated, service_role;
grant execute on function public.get_recent_documents(uuid, integer) to authenticated, service_role;

create function public.get_documents_filtered(
  p_user_id uuid,
  p_document_type text default null,
  p_task_id text default null,
  p_start_date timestamptz default null,
  p_end_date timestamptz default null,
  p_limit integer default 50,
  p_offset integer default 0,
  p_before_created_at timestamptz default null,
  p_before_id uuid default null
)
returns table (
  id uuid,
  task_id text,
  document_type text,
  google_id text,
  title text,
  url text,
  created_at timestamptz
)
language plpgsql
stable
security invoker
set search_path = ''
set plan_cache_mode = force_custom_plan
set enable_sort = off
as $$
declare
  page_size constant integer := private.page_limit(p_limit, 50);
  skipped constant integer := private.page_offset(p_offset, num_nonnulls(p_before_created_at, p_before_id));
begin
  perform private.assert_given('p_user_id', p_user_id is not null);

  return query
  select
    document.id,
    document.task_id,
    document.document_type,
    document.google_id,
    document.title,
    document.url,
    document.created_at
  from public.documents_generated as document
  where
    document.user_id = p_user_id
    and (p_document_type is null or document.document_type = p_document_type)
    and (p_task_id is null or document.task_id = p_task_id)
    and (p_start_date is null or document.created_at >= p_start_date)
    and (p_end_date is null or document.created_at <= p_end_date)
    and (p_before_id is null or (document.created_at, document.id) < (p_before_created_at, p_before_id))
  order by document.created_at desc, document.id desc
  limit page_size
  offset skipped;
end
$$;

-- force_custom_plan: planned with the values at hand, a filter that is null vanishes and the others become index
-- conditions.
-- enable_sort off: a page is read in the order of an index up to its last row, and never by fetching and sorting all
-- rows of the user, however few the statistics promise.
comment on function public.get_documents_filtered(uuid, text, text, timestamptz, timestamptz, integer, integer, timestamptz, uuid) is
  'A user''s documents, newest first, 50 unless p_limit (at most 1,000) says else. Null filters are ignored, both dates are inclusive. For the next page pass created_at and id of the last document as p_before_created_at and p_before_id.';

revoke execute on function public.get_documents_filtered(uuid, text, text, timestamptz, timestamptz, integer, integer, timestamptz, uuid)
  from public, anon, authenticated, service_role;
grant execute on function public.get_documents_filtered(uuid, text, text, timestamptz, timestamptz, integer, integer, timestamptz, uuid)
  to authenticated, service_role;

create function public.delete_generated_document(
  p_user_id uuid,
  p_document_id uuid
)
returns boolean
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  perform private.assert_given('p_user_id', p_user_id is not null);
  perform private.assert_given('p_document_id', p_document_id is not null);

  delete from public.documents_generated as document
  where document.id = p_document_id and document.user_id = p_user_id;

  return found;
end
$$;

comment on function public.delete_generated_document(uuid, uuid) is
  'Forgets one document and answers whether there was one; what lies at Google stays.';

revoke execute on function public.delete_generated_document(uuid, uuid) from public, anon, authenticated, service_role;
grant execute on function public.delete_generated_document(uuid, uuid) to authenticated, service_role;

create function public.delete_documents_by_task(
  p_user_id uuid,
  p_task_id text
)
returns integer
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  removed integer;
begin
  perform private.assert_given('p_user_id', p_user_id is not null);
  perform private.assert_given('p_task_id', p_task_id is not null);

  delete from public.documents_generated as document
  where document.user_id = p_user_id and document.task_id = p_task_id;

  get diagnostics removed = row_count;
  return removed;
end
$$;

comment on function public.delete_documents_by_task(uuid, text) is
  'Forgets the documents that a task made and answers how many; what lies at Google stays.';

revoke execute on function public.delete_documents_by_task(uuid, text) from public, anon, authenticated, service_role;
grant execute on function public.delete_documents_by_task(uuid, text) to authenticated, service_role;

create function public.get_document_statistics(
  p_user_id uuid,
  p_days integer default 30
)
returns table (
  total_documents integer,
  docs_count integer,
  sheets_count integer,
  emails_count integer,
  calendar_events_count integer,
  files_count integer
)
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  since constant timestamptz := private.days_ago('p_days', p_days, 30);
begin
  perform private.assert_given('p_user_id', p_user_id is not null);

  return query
  select
    count(*)::integer,
    (count(*) filter (where document.document_type = 'doc'))::integer,
    (count(*) filter (where document.document_type = 'sheet'))::integer,
    (count(*) filter (where document.document_type = 'email'))::integer,
    (count(*) filter (where document.document_type = 'calendar_event'))::integer,
    (count(*) filter (where document.document_type = 'file'))::integer
  from public.documents_generated as document
  where document.user_id = p_user_id and document.created_at >= since;
end
$$;

comment on function public.get_document_statistics(uuid, integer) is
  'One row about the documents made for a user in the last days (30 unless said): how many in all and of each type.';

revoke execute on function public.get_document_statistics(uuid, integer) from public, anon, authenticated, service_role;
grant execute on function public.get_document_statistics(uuid, integer) to authenticated, service_role;
