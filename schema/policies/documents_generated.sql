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
