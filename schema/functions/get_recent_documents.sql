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
