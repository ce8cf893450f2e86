import { filesOf } from './scenario.ts'
import type { Scenario } from './scenario.ts'

/** Rows and values that a rollback would lose, all of which an archive can keep. */
export const keptRows: Scenario = {
  name: 'kept rows',
  files: async () =>
    filesOf({
      '001_tasks': [
        'create table public.tasks (id bigint, title text not null, note character varying(12), constraint tasks_pkey primary key (id));\n',
        'drop table public.tasks;\n',
      ],
      '002_labels': [
        'create table public.labels (id bigint, task_id bigint references public.tasks, text text, constraint labels_pkey primary key (id));\n',
        'drop table public.labels;\n',
      ],
      '003_colors': [
        'alter table public.tasks add column color text;\n',
        'alter table public.tasks drop column color;\n',
      ],
      '004_longer': [
        'alter table public.tasks alter column note type text;\n',
        'alter table public.tasks alter column note type character varying(12) using pg_catalog.left(note, 12);\n',
      ],
    }),
  start: '001',
  rows: "insert into public.tasks select n, 'task ' || n, 'note ' || n from pg_catalog.generate_series(1, 2000) as n;",
  supabase: true,
  whole: true,
}

/** What people have written at its newest version. */
export const keptRowsWritten = `insert into public.labels select n, n, 'label ' || n from pg_catalog.generate_series(1, 1500) as n;
update public.tasks set color = 'color ' || id where id % 2 = 0;
update public.tasks set note = 'a note that is longer than before ' || id where id % 3 = 0;`
