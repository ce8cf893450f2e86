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
