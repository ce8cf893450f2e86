import { move, replace, reword } from './edit.ts'
import type { Edit } from './edit.ts'

/** Edits that give something another name: rows, rights and all that hangs on it stay. */
export const renameEdits: readonly Edit[] = [
  {
    name: 'a column has another name, and the index that is named after it',
    changes: [
      reword(/workflow_history\.sql$/, 'executed_at', 'ran_at'),
      reword(
        /workflow_history\.sql$/,
        'workflow_history_user_id_executed_at_id_idx',
        'workflow_history_user_id_ran_at_id_idx',
      ),
      replace(
        'tables/workflow_history.sql',
        '  ran_at timestamptz',
        '  -- @renamed from=executed_at\n  ran_at timestamptz',
      ),
    ],
  },
  {
    name: 'a column that functions speak of has another name',
    changes: [
      reword(/^(tables|policies)\/documents_generated\.sql$/, 'google_id', 'drive_id'),
      reword(
        /documents_generated\.sql$/,
        'documents_generated_google_id_check',
        'documents_generated_drive_id_check',
      ),
      reword(/^functions\//, String.raw`document\.google_id`, 'document.drive_id'),
      reword(
        /^functions\//,
        String.raw`(?<=document_type, )google_id(?=, title, url\))`,
        'drive_id',
      ),
      replace(
        'tables/documents_generated.sql',
        '  drive_id text',
        '  -- what Google calls it\n  -- @renamed from=google_id\n  drive_id text',
      ),
    ],
  },
  {
    name: 'a table has another name, and what is named after it',
    changes: [
      reword(/workflow_history\.sql$/, String.raw`workflow_history(\w*)`, 'workflow_runs$1'),
      replace(
        'tables/workflow_history.sql',
        'create table',
        '-- @renamed from=workflow_history\ncreate table',
      ),
      move('tables/workflow_history.sql', 'tables/workflow_runs.sql'),
      move('policies/workflow_history.sql', 'policies/workflow_runs.sql'),
    ],
  },
  {
    name: 'a table has another name, and a column of it too',
    changes: [
      reword(/workflow_history\.sql$/, 'workflow_history', 'workflow_runs'),
      reword(/workflow_history\.sql$/, 'command', 'request'),
      replace(
        'tables/workflow_history.sql',
        'create table',
        '-- @renamed from=workflow_history\ncreate table',
      ),
      replace(
        'tables/workflow_history.sql',
        '  request text',
        '  -- @renamed from=command\n  request text',
      ),
      move('tables/workflow_history.sql', 'tables/workflow_runs.sql'),
      move('policies/workflow_history.sql', 'policies/workflow_runs.sql'),
    ],
  },
  {
    name: 'two columns change names',
    changes: [
      replace(
        'tables/workflows.sql',
        "  steps jsonb not null default '[]',\n  results jsonb not null default '[]',",
        "  -- @renamed from=steps\n  results jsonb not null default '[]',\n  -- @renamed from=results\n  steps jsonb not null default '[]',",
      ),
      replace('tables/workflows.sql', 'The plan: an array, one entry a step.', 'The new steps.'),
      replace(
        'tables/workflows.sql',
        'What the steps brought: an array.',
        'The plan: an array, one entry a step.',
      ),
      replace('tables/workflows.sql', 'The new steps.', 'What the steps brought: an array.'),
    ],
  },
  {
    name: 'a function has another name',
    changes: [
      reword(/./, 'days_ago', 'days_before_now'),
      replace(
        'functions/private.days_ago.sql',
        'create function',
        '-- @renamed from=days_ago\ncreate function',
      ),
      move('functions/private.days_ago.sql', 'functions/private.days_before_now.sql'),
    ],
  },
  {
    name: 'a policy has another name',
    changes: [
      reword(/policies\/workflows\.sql$/, 'delete_own', 'remove_own'),
      replace(
        'policies/workflows.sql',
        'create policy remove_own',
        '-- @renamed from=delete_own\ncreate policy remove_own',
      ),
    ],
  },
  {
    name: 'a constraint has another name',
    changes: [
      replace(
        'tables/workflows.sql',
        '  constraint workflows_end_time_check',
        '  -- @renamed from=workflows_end_time_check\n  constraint workflows_ends_after_start',
      ),
    ],
  },
  {
    name: 'an index has another name',
    changes: [
      replace(
        'tables/workflows.sql',
        'create index workflows_user_id_created_at_id_idx',
        '-- @renamed from=workflows_user_id_created_at_id_idx\ncreate index workflows_latest_idx',
      ),
    ],
  },
  {
    name: 'a label has another name',
    changes: [
      replace(
        'types/workflow_status.sql',
        "  'planning',",
        "  -- @renamed from=planning\n  'being planned',",
      ),
      reword(/workflows\.sql$/, "'planning'", "'being planned'"),
    ],
  },
  {
    name: 'a type has another name, and a trigger',
    changes: [
      reword(/./, 'workflow_status', 'run_status'),
      replace(
        'types/workflow_status.sql',
        'create type',
        '-- @renamed from=workflow_status\ncreate type',
      ),
      move('types/workflow_status.sql', 'types/run_status.sql'),
      replace(
        'triggers/workflows.sql',
        'create trigger set_updated_at',
        '-- @renamed from=set_updated_at\ncreate trigger stamp',
      ),
    ],
  },
]
