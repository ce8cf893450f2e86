-- The ground that everything else stands on.
-- Brings: the schema private; the enum workflow_status; the tables profiles, workflows and workflow_history with their
-- constraints, indexes, triggers, row security and rights; the triggers that give a new account its profile and keep its
-- e-mail address in step.
-- Meets: no requirement by itself; all others hang on the profile that is here for each user, and on the rules that start
-- here: row security on every table, rights stated in full, a bound on every size.

create schema private;

comment on schema private is
  'What the Data API must not expose: trigger functions, definer bodies of public functions, and the register of encryption keys.';

-- usage is what it takes to call a function in here by name; which ones may be called, each function's grant says
revoke all on schema private from public, anon, authenticated, service_role;
grant usage on schema private to authenticated, service_role;

create type public.workflow_status as enum (
  'planning',
  'executing',
  'completed',
  'failed',
  'cancelled'
);

comment on type public.workflow_status is
  'How far a workflow is: being planned, being carried out, or ended in one of three ways.';

create function private.set_updated_at()
returns trigger
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  new.updated_at := now();
  return new;
end
$$;

comment on function private.set_updated_at() is
  'Before an update: sets updated_at, whatever the statement says of it.';

revoke execute on function private.set_updated_at() from public, anon, authenticated, service_role;

create function private.first_bytes(
  value text,
  max_bytes integer
)
returns text
language plpgsql
immutable
strict
security invoker
set search_path = ''
as $$
declare
  -- no character is shorter than a byte: what is left to take off is at most three quarters of this
  beginning text := left(value, max_bytes);
begin
  while octet_length(beginning) > max_bytes loop
    beginning := left(beginning, -1);
  end loop;
  return beginning;
end
$$;

comment on function private.first_bytes(text, integer) is
  'As many whole characters from the start of a text as fit into that many bytes.';

revoke execute on function private.first_bytes(text, integer) from public, anon, authenticated, service_role;

create function private.handle_new_user()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  said jsonb;
begin
  -- what the provider or the client says of the user can be any JSON: only texts of an object count
  select coalesce(jsonb_object_agg(field.key, field.value), '{}')
  into said
  from jsonb_each(
    case when jsonb_typeof(new.raw_user_meta_data) = 'object' then new.raw_user_meta_data end
  ) as field
  where
    field.key in ('full_name', 'name', 'avatar_url', 'picture')
    and jsonb_typeof(field.value) = 'string'
    and field.value <> '""'
    -- a picture that the table would refuse is as good as none
    and (
      field.key in ('full_name', 'name')
      or (field.value #>> '{}' like 'https://%' and octet_length(field.value #>> '{}') <= 2048)
    );

  insert into public.profiles (id, email, full_name, avatar_url)
  values (
    new.id,
    private.first_bytes(new.email, 1000),
    private.first_bytes(coalesce(said ->> 'full_name', said ->> 'name'), 200),
    coalesce(said ->> 'avatar_url', said ->> 'picture')
  )
  on conflict (id) do nothing;
  return null;
exception
  when others then
    -- an error here would undo the sign-up; without values, since warnings are logged
    raise warning 'a new user was left without a profile: SQLSTATE %', sqlstate;
    return null;
end
$$;

-- security definer: the platform's own role signs users up, and it has no right on our tables.
comment on function private.handle_new_user() is
  'After a sign-up: makes the profile. Whatever the account says of itself, the sign-up succeeds; a user without a profile may insert it.';

revoke execute on function private.handle_new_user() from public, anon, authenticated, service_role;

create function private.handle_user_email_change()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  update public.profiles as profile
  set email = private.first_bytes(new.email, 1000)
  where profile.id = new.id;
  return null;
exception
  when others then
    -- an error here would undo the change of address; without values, since warnings are logged
    raise warning 'a profile kept its old e-mail address: SQLSTATE %', sqlstate;
    return null;
end
$$;

-- security definer: the platform's own role changes addresses, and it has no right on our tables.
comment on function private.handle_user_email_change() is
  'After an account got another e-mail address: copies it to the profile. Never makes the change fail.';

revoke execute on function private.handle_user_email_change() from public, anon, authenticated, service_role;

create table public.profiles (
  id uuid not null,
  email text,
  full_name text,
  avatar_url text,
  preferences jsonb not null default '{"theme": "system", "notificationsEnabled": true, "defaultView": "dashboard", "favoriteActions": []}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint profiles_pkey primary key (id),
  constraint profiles_id_fkey foreign key (id)
    references auth.users (id) on delete cascade,
  constraint profiles_email_check check (octet_length(email) <= 1000),
  constraint profiles_full_name_check check (octet_length(full_name) <= 200),
  constraint profiles_avatar_url_check check (
    octet_length(avatar_url) <= 2048
    and avatar_url like 'https://%'
  ),
  constraint profiles_preferences_check check (
    jsonb_typeof(preferences) = 'object'
    and octet_length(preferences::text) <= 16384
    and case
      when jsonb_typeof(preferences -> 'favoriteActions') = 'array'
        then jsonb_array_length(preferences -> 'favoriteActions') <= 20
      else preferences -> 'favoriteActions' is null
    end
  )
);

alter table public.profiles enable row level security;

comment on table public.profiles is
  'What AURA knows of a user, one row an account; made at sign-up, gone with the account.';
comment on column public.profiles.id is
  'The account in auth.users.';
comment on column public.profiles.email is
  'Copy of the account''s address, kept by a trigger. Null for phone and anonymous users; not unique, since single sign-on may repeat one.';
comment on column public.profiles.full_name is
  'Name to show; at first what the provider of the sign-up said.';
comment on column public.profiles.avatar_url is
  'Picture to show, an https URL.';
comment on column public.profiles.preferences is
  'Settings of the user interface, an object. favoriteActions, if there, is an array of at most 20.';
comment on column public.profiles.created_at is
  'When the profile was made.';
comment on column public.profiles.updated_at is
  'When the row changed last; set by a trigger.';

revoke all on table public.profiles from anon, authenticated, service_role;
-- Clients name their columns: under grants on columns `select *` and `returning *` are refused. The address is the
-- account's, so they may not write it.
grant select (id, email, full_name, avatar_url, preferences, created_at, updated_at) on table public.profiles to authenticated;
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

create trigger set_updated_at
  before update on public.profiles
  for each row
  execute function private.set_updated_at();

create table public.workflows (
  id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  command text not null,
  status public.workflow_status not null default 'planning',
  steps jsonb not null default '[]',
  results jsonb not null default '[]',
  error text,
  start_time timestamptz not null default now(),
  end_time timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint workflows_pkey primary key (id),
  constraint workflows_user_id_id_key unique (user_id, id),
  constraint workflows_user_id_fkey foreign key (user_id)
    references public.profiles (id) on delete cascade,
  constraint workflows_command_check check (octet_length(command) between 1 and 20000),
  constraint workflows_steps_check check (
    jsonb_typeof(steps) = 'array'
    and octet_length(steps::text) <= 262144
  ),
  constraint workflows_results_check check (
    jsonb_typeof(results) = 'array'
    and octet_length(results::text) <= 262144
  ),
  constraint workflows_error_check check (octet_length(error) <= 65536),
  constraint workflows_end_time_check check (end_time >= start_time)
);

create index workflows_user_id_created_at_id_idx
  on public.workflows (user_id, created_at desc, id desc);

alter table public.workflows enable row level security;

comment on table public.workflows is
  'What a user asked for, as it is being planned and carried out.';
comment on column public.workflows.id is
  'Made by the database unless the client brings one.';
comment on column public.workflows.user_id is
  'Whose it is. Unique together with id, so that the history can refer to a workflow of the same user only.';
comment on column public.workflows.command is
  'The request in the user''s words.';
comment on column public.workflows.status is
  'How far it is.';
comment on column public.workflows.steps is
  'The plan: an array, one entry a step.';
comment on column public.workflows.results is
  'What the steps brought: an array.';
comment on column public.workflows.error is
  'Why it failed, for people to read.';
comment on column public.workflows.start_time is
  'When the work began.';
comment on column public.workflows.end_time is
  'When the work ended; null while it goes on, never before start_time.';
comment on column public.workflows.created_at is
  'When the row was made.';
comment on column public.workflows.updated_at is
  'When the row changed last; set by a trigger.';

revoke all on table public.workflows from anon, authenticated, service_role;
grant select, delete on table public.workflows to authenticated;
grant insert (
  id,
  user_id,
  command,
  status,
  steps,
  results,
  error,
  start_time,
  end_time
) on table public.workflows to authenticated;
grant update (command, status, steps, results, error, end_time) on table public.workflows to authenticated;
grant select, insert, update, delete on table public.workflows to service_role;

create policy select_own on public.workflows
  for select
  to authenticated
  using (user_id = (select auth.uid()));
comment on policy select_own on public.workflows is
  'Users see their own workflows.';

create policy insert_own on public.workflows
  for insert
  to authenticated
  with check (user_id = (select auth.uid()));
comment on policy insert_own on public.workflows is
  'Users begin workflows of their own.';

create policy update_own on public.workflows
  for update
  to authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));
comment on policy update_own on public.workflows is
  'Users carry on their own workflows, and cannot hand them to anyone.';

create policy delete_own on public.workflows
  for delete
  to authenticated
  using (user_id = (select auth.uid()));
comment on policy delete_own on public.workflows is
  'Users delete their own workflows; the history of a workflow goes along.';

create trigger set_updated_at
  before update on public.workflows
  for each row
  execute function private.set_updated_at();

create table public.workflow_history (
  id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  workflow_id uuid not null,
  command text not null,
  status public.workflow_status not null,
  executed_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  constraint workflow_history_pkey primary key (id),
  constraint workflow_history_user_id_fkey foreign key (user_id)
    references public.profiles (id) on delete cascade,
  constraint workflow_history_user_id_workflow_id_fkey foreign key (user_id, workflow_id)
    references public.workflows (user_id, id) on delete cascade,
  constraint workflow_history_command_check check (octet_length(command) between 1 and 20000)
);

create index workflow_history_user_id_executed_at_id_idx
  on public.workflow_history (user_id, executed_at desc, id desc);
create index workflow_history_user_id_workflow_id_idx
  on public.workflow_history (user_id, workflow_id);

alter table public.workflow_history enable row level security;

comment on table public.workflow_history is
  'The runs of workflows, as they were; never updated.';
comment on column public.workflow_history.id is
  'Made by the database unless the client brings one.';
comment on column public.workflow_history.user_id is
  'Whose run it was.';
comment on column public.workflow_history.workflow_id is
  'The workflow that ran, one of the same user.';
comment on column public.workflow_history.command is
  'The request at the time of the run.';
comment on column public.workflow_history.status is
  'How far the run got.';
comment on column public.workflow_history.executed_at is
  'When it ran.';
comment on column public.workflow_history.created_at is
  'When the row was made.';

revoke all on table public.workflow_history from anon, authenticated, service_role;
grant select, delete on table public.workflow_history to authenticated;
grant insert (id, user_id, workflow_id, command, status, executed_at) on table public.workflow_history to authenticated;
grant select, insert, update, delete on table public.workflow_history to service_role;

create policy select_own on public.workflow_history
  for select
  to authenticated
  using (user_id = (select auth.uid()));
comment on policy select_own on public.workflow_history is
  'Users see their own runs.';

create policy insert_own on public.workflow_history
  for insert
  to authenticated
  with check (user_id = (select auth.uid()));
comment on policy insert_own on public.workflow_history is
  'Users record runs of their own workflows; that the workflow is theirs, the foreign key sees to. There is no policy for update: a run is what it was.';

create policy delete_own on public.workflow_history
  for delete
  to authenticated
  using (user_id = (select auth.uid()));
comment on policy delete_own on public.workflow_history is
  'Users delete their own runs.';

-- No comments on these two: the table is the platform's, and only its owner may write them.
create trigger on_auth_user_created
  after insert on auth.users
  for each row
  execute function private.handle_new_user();

create trigger on_auth_user_email_changed
  after update of email on auth.users
  for each row
  when (old.email is distinct from new.email)
  execute function private.handle_user_email_change();
