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
  broken text;
begin
  perform private.assert_given('p_user_id', p_user_id is not null);
  perform private.assert_given('p_task_id', p_task_id is not null);
  perform private.assert_given('p_document_type', p_document_type is not null);

  insert into public.documents_generated (user_id, task_id, document_type, google_id, title, url)
  values (p_user_id, p_task_id, p_document_type, p_google_id, p_title, p_url)
  returning id into new_id;

  return new_id;
exception
  when check_violation or foreign_key_violation then
    get stacked diagnostics broken = constraint_name;
    perform private.refuse_row('public.documents_generated', broken);
end
$$;

comment on function public.insert_generated_document(uuid, text, text, text, text, text) is
  'Records a document that a task made and answers its id; 22023 if the user has no such task.';

revoke execute on function public.insert_generated_document(uuid, text, text, text, text, text)
  from public, anon, authenticated, service_role;
grant execute on function public.insert_generated_document(uuid, text, text, text, text, text)
  to authenticated, service_role;
