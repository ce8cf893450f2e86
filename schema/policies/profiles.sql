revoke all on table public.profiles from anon, authenticated, service_role;
-- Clients name their columns: under grants on columns `select *` and `returning *` are refused. The address is the
-- account's, so they may not write it.
grant select (id, email, full_name, avatar_url, preferences, created_at, updated_at) on table public.profiles to authenticated;
-- Of the Google columns only what tells whether a token is still good: the rest is the server's.
grant select (google_token_expires_at, google_scopes) on table public.profiles to authenticated;
grant insert (id, full_name, avatar_url, preferences) on table public.profiles to authenticated;
grant update (full_name, avatar_url, preferences) on table public.profiles to authenticated;
grant select, insert, update, delete on table public.profiles to service_role;

create policy select_own on public.profiles
  for select
  to authenticated
  using (id = (select auth.uid()));
comment on policy select_own on public.profiles is
  'Users see their own profile.';

create policy insert_own on public.profiles
  for insert
  to authenticated
  with check (id = (select auth.uid()));
comment on policy insert_own on public.profiles is
  'Users may make their own profile, should sign-up have left them without.';

create policy update_own on public.profiles
  for update
  to authenticated
  using (id = (select auth.uid()))
  with check (id = (select auth.uid()));
comment on policy update_own on public.profiles is
  'Users change their own profile. It goes with the account, so there is no policy for delete.';
