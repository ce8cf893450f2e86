/** A small fault that one rule sees. */
export interface Fault {
  /** What must be there before, and is no fault. */
  readonly before?: string
  readonly fault: string
  /** What the rule then finds. */
  readonly object: string
  readonly detail?: string
  readonly repair: string
}

/** A table without a fault of its own. */
const notes = `
  create table public.notes (id uuid primary key, body text, user_id uuid);
  alter table public.notes enable row level security;
  create policy select_own on public.notes for select to authenticated using (user_id = (select auth.uid()));
  revoke all on table public.notes from anon, authenticated, service_role;
`

/** Extensions that no test server has, or has not as an old version: an entry in the catalogue is what the checks read. */
const catalogue = 'set local allow_system_table_mods = on;'

const graphql = `
  ${catalogue}
  insert into pg_catalog.pg_extension (oid, extname, extowner, extnamespace, extrelocatable, extversion)
  values (99999, 'pg_graphql', 10, 'graphql'::regnamespace, false, '1.5.11');
`

/** A fault for every rule, by its name. */
export const faults: Readonly<Record<string, Fault>> = {
  'foreign-key-without-index': {
    before: notes,
    fault: `
      alter table public.notes
      add constraint notes_user_id_fkey foreign key (user_id) references public.profiles (id)
    `,
    object: 'public.notes.notes_user_id_fkey',
    repair: 'create index notes_user_id_idx on public.notes (user_id)',
  },
  'view-of-accounts': {
    fault: `
      create view public.accounts with (security_invoker = true) as select id, email from auth.users;
      grant select (email) on public.accounts to authenticated;
    `,
    object: 'public.accounts',
    repair: 'revoke all on public.accounts from anon, authenticated',
  },
  'caller-asked-for-each-row': {
    fault: 'alter policy select_own on public.execution_logs using (auth.uid() = user_id)',
    object: 'public.execution_logs.select_own',
    repair:
      'alter policy select_own on public.execution_logs using ((select auth.uid()) = user_id)',
  },
  'table-without-primary-key': {
    before: notes,
    fault: 'alter table public.notes drop constraint notes_pkey',
    object: 'public.notes',
    repair: 'alter table public.notes add constraint notes_pkey primary key (id)',
  },
  'index-never-used': {
    before: notes,
    fault: 'create index notes_body_idx on public.notes (body)',
    object: 'public.notes_body_idx',
    repair: 'drop index public.notes_body_idx',
  },
  'several-permissive-policies': {
    fault: `
      create policy select_shared on public.workflows for select to authenticated
      using (status = 'completed')
    `,
    object: 'public.workflows for select to authenticated',
    detail: 'Policies: select_own, select_shared.',
    repair: 'drop policy select_shared on public.workflows',
  },
  'policies-without-row-security': {
    fault: 'alter table public.task_history disable row level security',
    object: 'public.task_history',
    repair: 'alter table public.task_history enable row level security',
  },
  'row-security-without-policies': {
    before: notes,
    fault: 'drop policy select_own on public.notes',
    object: 'public.notes',
    repair: 'create policy select_all on public.notes for select to authenticated using (true)',
  },
  'identical-indexes': {
    fault: 'create index user_tokens_expiry_idx on public.user_tokens (expires_at)',
    object: 'public.user_tokens',
    detail: 'Indexes: user_tokens_expires_at_idx, user_tokens_expiry_idx.',
    repair: 'drop index public.user_tokens_expiry_idx',
  },
  'view-of-its-owner': {
    fault: 'create view public.recent_logs as select id from public.execution_logs',
    object: 'public.recent_logs',
    repair: 'alter view public.recent_logs set (security_invoker = true)',
  },
  'function-without-search-path': {
    fault: 'alter function private.key_version_of(text) reset search_path',
    object: 'private.key_version_of(value text)',
    repair: `alter function private.key_version_of(text) set search_path = ''`,
  },
  'exposed-table-without-row-security': {
    fault: 'create table public.plain (id uuid primary key)',
    object: 'public.plain',
    repair: 'alter table public.plain enable row level security',
  },
  'extension-in-public': {
    fault: `
      ${catalogue}
      update pg_catalog.pg_extension set extnamespace = 'public'::regnamespace where extname = 'plpgsql'
    `,
    object: 'plpgsql',
    repair: `update pg_catalog.pg_extension set extnamespace = 'extensions'::regnamespace where extname = 'plpgsql'`,
  },
  'policy-trusts-user-metadata': {
    fault: `
      create policy delete_admin on public.profiles for delete to authenticated
      using ((select auth.jwt()) -> 'user_metadata' ->> 'admin' = 'true')
    `,
    object: 'public.profiles.delete_admin',
    repair: `alter policy delete_admin on public.profiles using ((select auth.jwt()) -> 'app_metadata' ->> 'admin' = 'true')`,
  },
  'materialized-view-exposed': {
    fault: `
      create materialized view public.totals as select count(*) from public.execution_logs;
      revoke all on public.totals from anon, authenticated, service_role;
      grant select on public.totals to anon;
    `,
    object: 'public.totals',
    repair: 'revoke select on public.totals from anon',
  },
  'foreign-table-exposed': {
    fault: `
      create foreign data wrapper trial;
      create server trial foreign data wrapper trial;
      create foreign table public.elsewhere (id integer) server trial;
      revoke all on public.elsewhere from anon, authenticated, service_role;
      grant select on public.elsewhere to authenticated;
    `,
    object: 'public.elsewhere',
    repair: 'alter foreign table public.elsewhere set schema private',
  },
  'column-of-catalogue-numbers': {
    fault: 'alter table private.encryption_keys add column made_by regprocedure',
    object: 'private.encryption_keys.made_by',
    repair: 'alter table private.encryption_keys alter column made_by type text',
  },
  'queue-exposed': {
    before: 'create schema pgmq; create schema pgmq_public',
    fault: 'create table pgmq.q_tasks (msg_id bigint primary key)',
    object: 'pgmq.q_tasks',
    repair: 'alter table pgmq.q_tasks enable row level security',
  },
  'table-bloat': {
    before: notes,
    fault: `
      insert into public.notes (id, body)
      select gen_random_uuid(), repeat('x', 1000) from generate_series(1, 1400);
      delete from public.notes where ctid > '(2,0)';
      analyze public.notes;
    `,
    object: 'public.notes',
    detail: '200 pages of 8 KiB hold what fits into 2.',
    repair: 'drop table public.notes',
  },
  'reference-to-a-unique-of-auth': {
    before: 'create table public.phones (phone text primary key)',
    fault: `
      alter table public.phones
      add constraint phones_phone_fkey foreign key (phone) references auth.users (phone)
    `,
    object: 'public.phones.phones_phone_fkey',
    repair: 'alter table public.phones drop constraint phones_phone_fkey',
  },
  'extension-outdated': {
    fault: `
      ${catalogue}
      update pg_catalog.pg_extension set extversion = '0.9' where extname = 'plpgsql'
    `,
    object: 'plpgsql',
    detail: 'Version 0.9; the server has 1.0.',
    repair: `update pg_catalog.pg_extension set extversion = '1.0' where extname = 'plpgsql'`,
  },
  'secret-column-exposed': {
    before: 'create table public.plain (id uuid primary key)',
    fault: 'alter table public.plain add column api_key text',
    object: 'public.plain.api_key',
    repair: 'alter table public.plain enable row level security',
  },
  'policy-always-true': {
    fault: 'alter policy update_own on public.task_history using (true)',
    object: 'public.task_history.update_own',
    repair: 'alter policy update_own on public.task_history using (user_id = (select auth.uid()))',
  },
  'bucket-lists-its-files': {
    before: `
      create table if not exists storage.objects (id uuid primary key, bucket_id text, name text);
      alter table storage.objects enable row level security;
    `,
    fault: `
      create policy "anyone sees avatars" on storage.objects for select to public
      using (bucket_id = 'avatars')
    `,
    object: 'storage.objects."anyone sees avatars"',
    repair: `alter policy "anyone sees avatars" on storage.objects using (bucket_id = 'avatars' and name like 'public/%')`,
  },
  'graphql-shows-to-anon': {
    before: graphql + notes,
    fault: 'grant select (id) on public.notes to anon',
    object: 'public.notes',
    repair: 'revoke select (id) on public.notes from anon',
  },
  'graphql-shows-to-authenticated': {
    before: graphql + notes,
    fault: 'grant select on public.notes to authenticated',
    object: 'public.notes',
    repair: 'revoke select on public.notes from authenticated',
  },
  // The execution is PUBLIC's from the start.
  'definer-function-open-to-anon': {
    fault: `
      create function public.everything() returns bigint language sql security definer set search_path = ''
      as 'select count(*) from public.execution_logs'
    `,
    object: 'public.everything()',
    repair: 'revoke execute on function public.everything() from public, anon',
  },
  'definer-function-open-to-authenticated': {
    fault: 'alter function public.get_recent_documents security definer',
    object: 'public.get_recent_documents(p_user_id uuid, p_limit integer)',
    repair: 'alter function public.get_recent_documents security invoker',
  },
}
