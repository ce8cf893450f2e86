revoke all on table public.user_tokens from anon, authenticated, service_role;
-- Nothing for authenticated, ciphertext is not for browsers either. The policies stand as a second line, should a
-- grant ever be given by mistake.
grant select, insert, update, delete on table public.user_tokens to service_role;

create policy select_own on public.user_tokens
  for select
  to authenticated
  using (user_id = (select auth.uid()));
comment on policy select_own on public.user_tokens is
  'Second line behind the missing grant: nobody could see the tokens of others.';

create policy insert_own on public.user_tokens
  for insert
  to authenticated
  with check (user_id = (select auth.uid()));
comment on policy insert_own on public.user_tokens is
  'Second line behind the missing grant: nobody could store tokens for others.';

create policy update_own on public.user_tokens
  for update
  to authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));
comment on policy update_own on public.user_tokens is
  'Second line behind the missing grant: nobody could change the tokens of others.';

create policy delete_own on public.user_tokens
  for delete
  to authenticated
  using (user_id = (select auth.uid()));
comment on policy delete_own on public.user_tokens is
  'Second line behind the missing grant: nobody could delete the tokens of others.';
