import { add, replace } from './edit.ts'
import type { Edit } from './edit.ts'

/** Edits of policies, grants, publications and default privileges. */
export const rightsEdits: readonly Edit[] = [
  {
    name: 'the condition of a policy',
    changes: [
      replace(
        'policies/profiles.sql',
        '  using (id = (select auth.uid()));',
        '  using (id = (select auth.uid()) and email is not null);',
      ),
    ],
  },
  {
    name: 'the sentence about a policy',
    changes: [replace('policies/profiles.sql', "'Users see their own profile.'", "'Their own.'")],
  },
  {
    name: 'the command and the roles of a policy',
    changes: [
      replace(
        'policies/workflows.sql',
        '  for delete\n  to authenticated\n',
        '  for all\n  to authenticated, service_role\n',
      ),
    ],
  },
  {
    name: 'a policy loses its check',
    changes: [
      replace(
        'policies/workflows.sql',
        '  using (user_id = (select auth.uid()))\n  with check (user_id = (select auth.uid()));',
        '  using (user_id = (select auth.uid()));',
      ),
    ],
  },
  {
    name: 'a restrictive policy with an odd name',
    changes: [
      add(
        'policies/workflows.sql',
        'create policy "not on \'Mondays\'" on public.workflows\n  as restrictive\n  for update\n  to authenticated\n  using (extract(isodow from now()) <> 1);\n',
      ),
    ],
  },
  {
    name: 'a policy goes',
    changes: [
      replace(
        'policies/workflows.sql',
        `create policy delete_own on public.workflows
  for delete
  to authenticated
  using (user_id = (select auth.uid()));
comment on policy delete_own on public.workflows is
  'Users delete their own workflows; the history of a workflow goes along.';
`,
        '',
      ),
    ],
  },
  {
    name: 'a grant to one column',
    changes: [
      add(
        'policies/task_history.sql',
        'grant update (task_id) on table public.task_history to authenticated;\n',
      ),
    ],
  },
  {
    name: 'a right on a table goes, those on its columns stay',
    changes: [
      replace(
        'policies/workflows.sql',
        'grant select, delete on table public.workflows to authenticated;',
        'grant select (id, command), delete on table public.workflows to authenticated;',
      ),
    ],
  },
  {
    name: 'a right with grant option',
    changes: [
      add(
        'policies/workflows.sql',
        'grant truncate on table public.workflows to service_role with grant option;\n',
      ),
    ],
  },
  {
    name: 'a table joins the publication',
    changes: [
      add(
        'publications/supabase_realtime.sql',
        'alter publication supabase_realtime add table public.workflows;\n',
      ),
    ],
  },
  {
    name: 'a table is published in part',
    changes: [
      replace(
        'publications/supabase_realtime.sql',
        'add table public.task_history;',
        "add table public.task_history (id, user_id, status) where (status <> 'pending');",
      ),
    ],
  },
  {
    name: 'a table leaves the publication',
    changes: [
      replace(
        'publications/supabase_realtime.sql',
        'alter publication supabase_realtime add table public.task_history;\n',
        '',
      ),
    ],
  },
  {
    name: 'new functions are for the server alone',
    changes: [
      add(
        'default-privileges/private.sql',
        'alter default privileges in schema private grant execute on functions to service_role;\n',
      ),
    ],
  },
  {
    name: 'the comment and the rights of a schema',
    changes: [
      replace('schemas/private.sql', "'What the Data API", "'All that the Data API"),
      replace(
        'schemas/private.sql',
        'grant usage on schema private to authenticated, service_role;',
        'grant usage on schema private to authenticated, service_role, anon;',
      ),
    ],
  },
]
