import { add, remove, replace } from './edit.ts'
import type { Edit } from './edit.ts'

/** Edits of functions, triggers, views and types. */
export const codeEdits: readonly Edit[] = [
  {
    name: 'the body of a function that triggers call',
    changes: [
      replace('functions/private.set_updated_at.sql', ':= now();', ':= clock_timestamp();'),
    ],
  },
  {
    name: 'a new function',
    changes: [
      add(
        'functions/ping.sql',
        `create function public.ping()
returns integer
language sql
immutable
security invoker
set search_path = ''
as $$
  -- Not 'one' but $1$ 1 $1$.
  select 1
$$;

comment on function public.ping() is 'One.';

revoke execute on function public.ping() from public, anon, authenticated, service_role;
grant execute on function public.ping() to authenticated;
`,
      ),
    ],
  },
  {
    name: 'a function goes',
    changes: [remove('functions/get_document_statistics.sql')],
  },
  {
    name: 'the result of a function',
    changes: [replace('functions/delete_task_history.sql', 'returns boolean', 'returns text')],
  },
  {
    name: 'a column more in the rows that a function answers',
    changes: [
      replace(
        'functions/get_task_history_by_id.sql',
        '  completed_at timestamptz\n)',
        '  completed_at timestamptz,\n  updated_at timestamptz\n)',
      ),
      replace(
        'functions/get_task_history_by_id.sql',
        '    task.completed_at\n',
        '    task.completed_at,\n    task.updated_at\n',
      ),
    ],
  },
  {
    name: 'a parameter more, at the end, with a default',
    changes: [
      replace(
        'functions/delete_task_history.sql',
        '  p_task_id text\n',
        '  p_task_id text,\n  p_force boolean default false\n',
      ),
      replace(
        'functions/delete_task_history.sql',
        'comment on function public.delete_task_history(uuid, text)',
        'comment on function public.delete_task_history(uuid, text, boolean)',
      ),
      replace(
        'functions/delete_task_history.sql',
        'revoke execute on function public.delete_task_history(uuid, text)',
        'revoke execute on function public.delete_task_history(uuid, text, boolean)',
      ),
      replace(
        'functions/delete_task_history.sql',
        'grant execute on function public.delete_task_history(uuid, text)',
        'grant execute on function public.delete_task_history(uuid, text, boolean)',
      ),
    ],
  },
  {
    name: 'another default of a parameter',
    changes: [
      replace(
        'functions/get_recent_documents.sql',
        'p_limit integer default 20',
        'p_limit integer default 30',
      ),
    ],
  },
  {
    name: 'a parameter has another name',
    changes: [
      replace(
        'functions/private.first_bytes.sql',
        '  max_bytes integer\n',
        '  most_bytes integer\n',
      ),
      replace(
        'functions/private.first_bytes.sql',
        'left(value, max_bytes)',
        'left(value, most_bytes)',
      ),
      replace('functions/private.first_bytes.sql', '> max_bytes loop', '> most_bytes loop'),
    ],
  },
  {
    name: 'who may run a function, and as whom it runs',
    changes: [
      replace('functions/delete_task_history.sql', 'security invoker', 'security definer'),
      replace(
        'functions/delete_task_history.sql',
        'to authenticated, service_role;',
        'to service_role;',
      ),
    ],
  },
  {
    name: 'a setting and the volatility of a function',
    changes: [
      replace('functions/get_recent_documents.sql', 'set enable_sort = off\n', ''),
      replace('functions/get_recent_documents.sql', '\nstable\n', '\nvolatile\n'),
    ],
  },
  {
    name: 'the strictness of a function that computed columns call',
    changes: [
      replace('functions/private.key_version_of.sql', '\nstrict\n', '\ncalled on null input\n'),
    ],
  },
  {
    name: 'a new trigger with a condition',
    changes: [
      add(
        'triggers/profiles.sql',
        `create trigger on_profile_without_email
  before insert on public.profiles
  for each row
  when (new.email is null)
  execute function private.set_updated_at();
comment on trigger on_profile_without_email on public.profiles is
  'For accounts without an address.';
`,
      ),
    ],
  },
  {
    name: 'when a trigger fires',
    changes: [
      replace(
        'triggers/workflows.sql',
        '  before update on public.workflows',
        '  before insert or update of status, error on public.workflows',
      ),
    ],
  },
  {
    name: 'a trigger is switched off',
    changes: [
      add(
        'triggers/workflows.sql',
        'alter table public.workflows disable trigger set_updated_at;\n',
      ),
    ],
  },
  {
    name: 'a trigger goes',
    changes: [remove('triggers/workflows.sql')],
  },
  {
    name: 'a new view, with rights and comments',
    changes: [
      add(
        'views/recent_tasks.sql',
        `create view public.recent_tasks with (security_invoker = true) as
select
  task.id,
  task.title
from public.task_history as task
where task.created_at > now() - interval '30 days';

comment on view public.recent_tasks is 'A month of tasks.';
comment on column public.recent_tasks.title is 'A line.';

revoke all on table public.recent_tasks from anon, authenticated, service_role;
grant select on table public.recent_tasks to authenticated;
`,
      ),
    ],
  },
  {
    name: 'a label at the end of an enum',
    changes: [
      replace('types/workflow_status.sql', "  'cancelled'\n", "  'cancelled',\n  'archived'\n"),
    ],
  },
  {
    name: 'a label in the middle of an enum, used as a default at once',
    changes: [
      replace('types/workflow_status.sql', "  'executing',\n", "  'executing',\n  'paused',\n"),
      replace('tables/workflows.sql', "default 'planning'", "default 'paused'"),
    ],
  },
  {
    name: 'a new enum and a column of it',
    changes: [
      add(
        'types/task_priority.sql',
        "create type public.task_priority as enum (\n  'low',\n  'high'\n);\n",
      ),
      replace(
        'tables/task_history.sql',
        '  outputs jsonb,\n',
        "  outputs jsonb,\n  priority public.task_priority not null default 'low',\n",
      ),
    ],
  },
  {
    name: 'the check of a domain',
    changes: [replace('types/token_ciphertext.sql', '16384', '16380')],
  },
  {
    name: 'a new domain and a column of it',
    changes: [
      add(
        'types/percentage.sql',
        "create domain public.percentage as integer\n  constraint percentage_check check (value between 0 and 100);\n\ncomment on domain public.percentage is\n  'From nothing to all.';\n",
      ),
      replace(
        'tables/task_history.sql',
        '  outputs jsonb,\n',
        '  outputs jsonb,\n  progress public.percentage,\n',
      ),
    ],
  },
]
