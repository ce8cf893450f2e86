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
