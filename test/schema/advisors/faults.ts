/** A small fault that one check sees. */
export interface Fault {
  /** What must be there before, and is no fault. */
  readonly before?: string
  readonly fault: string
  readonly finding: Finding
}

interface Finding {
  readonly level: 'error' | 'warning' | 'info'
  readonly object: string
  readonly message: string
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

/** A fault for every check, by the name of its file. */
export const faults: Readonly<Record<string, Fault>> = {
  '0001-foreign-key-without-index': {
    before: notes,
    fault: `
      alter table public.notes
      add constraint notes_user_id_fkey foreign key (user_id) references public.profiles (id)
    `,
    finding: {
      level: 'info',
      object: 'public.notes.notes_user_id_fkey',
      message:
        'No index leads with the columns of this foreign key: a delete of what it refers to reads the whole table.',
    },
  },
  '0002-view-of-accounts': {
    fault: `
      create view public.accounts with (security_invoker = true) as select id, email from auth.users;
      grant select (email) on public.accounts to authenticated;
    `,
    finding: {
      level: 'error',
      object: 'public.accounts',
      message: 'Shows auth.users to whoever has the key of the API.',
    },
  },
  '0003-caller-asked-for-each-row': {
    fault: 'alter policy select_own on public.execution_logs using (auth.uid() = user_id)',
    finding: {
      level: 'warning',
      object: 'public.execution_logs.select_own',
      message:
        'Asks for the caller once a row; inside (select …) it is asked for once a statement.',
    },
  },
  '0004-table-without-primary-key': {
    before: notes,
    fault: 'alter table public.notes drop constraint notes_pkey',
    finding: {
      level: 'info',
      object: 'public.notes',
      message: 'No primary key tells its rows apart.',
    },
  },
  '0005-index-never-used': {
    before: notes,
    fault: 'create index notes_body_idx on public.notes (body)',
    finding: {
      level: 'info',
      object: 'public.notes_body_idx',
      message: 'No query has used this index yet.',
    },
  },
  '0006-several-permissive-policies': {
    fault: `
      create policy select_shared on public.workflows for select to authenticated
      using (status = 'completed')
    `,
    finding: {
      level: 'warning',
      object: 'public.workflows for select to authenticated',
      message: 'More than one permissive policy: each of them is run for each row.',
    },
  },
  '0007-policies-without-row-security': {
    fault: 'alter table public.task_history disable row level security',
    finding: {
      level: 'error',
      object: 'public.task_history',
      message: 'Has policies, and row security is off: nobody asks them.',
    },
  },
  '0008-row-security-without-policies': {
    before: notes,
    fault: 'drop policy select_own on public.notes',
    finding: {
      level: 'info',
      object: 'public.notes',
      message: 'Row security is on, and no policy opens a row to anybody.',
    },
  },
  '0009-identical-indexes': {
    fault: 'create index user_tokens_expiry_idx on public.user_tokens (expires_at)',
    finding: {
      level: 'warning',
      object: 'public.user_tokens',
      message: 'Indexes that are alike: user_tokens_expires_at_idx, user_tokens_expiry_idx.',
    },
  },
  '0010-view-of-its-owner': {
    fault: 'create view public.recent_logs as select id from public.execution_logs',
    finding: {
      level: 'error',
      object: 'public.recent_logs',
      message:
        'Reads with the rights of its owner: row security is that of the owner, not of who asks.',
    },
  },
  '0011-function-without-search-path': {
    fault: 'alter function private.key_version_of(text) reset search_path',
    finding: {
      level: 'warning',
      object: 'private.key_version_of(value text)',
      message: 'The path of the caller decides what its names mean.',
    },
  },
  '0013-exposed-table-without-row-security': {
    fault: 'create table public.plain (id uuid primary key)',
    finding: {
      level: 'error',
      object: 'public.plain',
      message: 'Every role with a grant reads and writes all rows.',
    },
  },
  '0014-extension-in-public': {
    fault: `
      ${catalogue}
      update pg_catalog.pg_extension set extnamespace = 'public'::regnamespace where extname = 'plpgsql'
    `,
    finding: {
      level: 'warning',
      object: 'plpgsql',
      message: 'Its functions are exposed with the schema public.',
    },
  },
  '0015-policy-trusts-user-metadata': {
    fault: `
      create policy delete_admin on public.profiles for delete to authenticated
      using ((select auth.jwt()) -> 'user_metadata' ->> 'admin' = 'true')
    `,
    finding: {
      level: 'error',
      object: 'public.profiles.delete_admin',
      message: 'Trusts what users write of themselves.',
    },
  },
  '0016-materialized-view-exposed': {
    fault: `
      create materialized view public.totals as select count(*) from public.execution_logs;
      revoke all on public.totals from anon, authenticated, service_role;
      grant select on public.totals to anon;
    `,
    finding: {
      level: 'warning',
      object: 'public.totals',
      message: 'A materialized view has no row security, and the API shows it.',
    },
  },
  '0017-foreign-table-exposed': {
    fault: `
      create foreign data wrapper trial;
      create server trial foreign data wrapper trial;
      create foreign table public.elsewhere (id integer) server trial;
      revoke all on public.elsewhere from anon, authenticated, service_role;
      grant select on public.elsewhere to authenticated;
    `,
    finding: {
      level: 'warning',
      object: 'public.elsewhere',
      message: 'A foreign table has no row security, and the API shows it.',
    },
  },
  '0018-column-of-catalogue-numbers': {
    fault: 'alter table private.encryption_keys add column made_by regprocedure',
    finding: {
      level: 'warning',
      object: 'private.encryption_keys.made_by',
      message:
        'Keeps numbers of the catalogue, which differ after an upgrade: pg_upgrade refuses the database.',
    },
  },
  '0019-queue-exposed': {
    before: 'create schema pgmq; create schema pgmq_public',
    fault: 'create table pgmq.q_tasks (msg_id bigint primary key)',
    finding: {
      level: 'error',
      object: 'pgmq.q_tasks',
      message: 'The API reaches queues through pgmq_public, and this one has no row security.',
    },
  },
  '0020-table-bloat': {
    before: notes,
    fault: `
      insert into public.notes (id, body)
      select gen_random_uuid(), repeat('x', 1000) from generate_series(1, 1400);
      delete from public.notes where ctid > '(2,0)';
      analyze public.notes;
    `,
    finding: {
      level: 'info',
      object: 'public.notes',
      message: '200 pages of 8 KiB hold what fits into 2.',
    },
  },
  '0021-reference-to-a-unique-of-auth': {
    before: 'create table public.phones (phone text primary key)',
    fault: `
      alter table public.phones
      add constraint phones_phone_fkey foreign key (phone) references auth.users (phone)
    `,
    finding: {
      level: 'error',
      object: 'public.phones.phones_phone_fkey',
      message: 'Refers to a unique of auth other than a primary key: the platform may drop it.',
    },
  },
  '0022-extension-outdated': {
    fault: `
      ${catalogue}
      update pg_catalog.pg_extension set extversion = '0.9' where extname = 'plpgsql'
    `,
    finding: {
      level: 'warning',
      object: 'plpgsql',
      message: 'Version 0.9; the server has 1.0.',
    },
  },
  '0023-secret-column-exposed': {
    before: 'create table public.plain (id uuid primary key)',
    fault: 'alter table public.plain add column api_key text',
    finding: {
      level: 'error',
      object: 'public.plain.api_key',
      message: 'Named like a secret, in an exposed table without row security.',
    },
  },
  '0024-policy-always-true': {
    fault: 'alter policy update_own on public.task_history using (true)',
    finding: {
      level: 'warning',
      object: 'public.task_history.update_own',
      message: 'Lets everybody write every row.',
    },
  },
  '0025-bucket-lists-its-files': {
    before: `
      create table if not exists storage.objects (id uuid primary key, bucket_id text, name text);
      alter table storage.objects enable row level security;
    `,
    fault: `
      create policy "anyone sees avatars" on storage.objects for select to public
      using (bucket_id = 'avatars')
    `,
    finding: {
      level: 'warning',
      object: 'storage.objects."anyone sees avatars"',
      message:
        'Lists all files of a bucket to anybody; a public bucket serves its files without any policy.',
    },
  },
  '0026-graphql-shows-to-anon': {
    before: graphql + notes,
    fault: 'grant select (id) on public.notes to anon',
    finding: {
      level: 'warning',
      object: 'public.notes',
      message: 'The schema that pg_graphql shows to anon names this table and its columns.',
    },
  },
  '0027-graphql-shows-to-authenticated': {
    before: graphql + notes,
    fault: 'grant select on public.notes to authenticated',
    finding: {
      level: 'warning',
      object: 'public.notes',
      message:
        'The schema that pg_graphql shows to authenticated names this table and its columns.',
    },
  },
  // The execution is PUBLIC's from the start.
  '0028-definer-function-open-to-anon': {
    fault: `
      create function public.everything() returns bigint language sql security definer set search_path = ''
      as 'select count(*) from public.execution_logs'
    `,
    finding: {
      level: 'warning',
      object: 'public.everything()',
      message: 'The API lets anon call it, and it runs with the rights of its owner.',
    },
  },
  '0029-definer-function-open-to-authenticated': {
    fault: 'alter function public.get_recent_documents security definer',
    finding: {
      level: 'warning',
      object: 'public.get_recent_documents(p_user_id uuid, p_limit integer)',
      message: 'The API lets authenticated call it, and it runs with the rights of its owner.',
    },
  },
}
