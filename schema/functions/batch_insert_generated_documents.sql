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
  broken text;
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
exception
  when check_violation or foreign_key_violation then
    get stacked diagnostics broken = constraint_name;
    perform private.refuse_row('public.documents_generated', broken);
end
$$;

comment on function public.batch_insert_generated_documents(uuid, text, jsonb) is
  'Records up to 1,000 documents that a task made, in the order of the array, and answers how many. An element is an object with document_type, and if known google_id, title and url; other fields are ignored. If one element is bad nothing is recorded: 22023 names its index, from 0.';

revoke execute on function public.batch_insert_generated_documents(uuid, text, jsonb) from public, anon, authenticated, service_role;
grant execute on function public.batch_insert_generated_documents(uuid, text, jsonb) to authenticated, service_role;
