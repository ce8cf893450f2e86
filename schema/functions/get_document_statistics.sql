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
