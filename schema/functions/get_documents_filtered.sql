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
