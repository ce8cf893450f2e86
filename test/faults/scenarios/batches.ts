import { filesOf } from './scenario.ts'
import type { Scenario } from './scenario.ts'

/** Rows that are changed in batches by key, each in its own transaction. */
export const batches: Scenario = {
  name: 'batches by key',
  files: async () =>
    filesOf({
      '001_notes': [
        'create table public.notes (id bigint, body text not null, changes integer not null default 0, constraint notes_pkey primary key (id));\n',
        'drop table public.notes;\n',
      ],
      '002_titles': [
        'alter table public.notes add column title text;\n',
        'alter table public.notes drop column title;\n',
      ],
      '003_fill': [
        `-- @backfill table=public.notes key=id batch=150
update public.notes set title = pg_catalog.upper(body), changes = changes + 1 where title is null;
`,
        'update public.notes set title = null, changes = changes - 1;\n',
      ],
      '004_required': [
        'alter table public.notes alter column title set not null;\n',
        'alter table public.notes alter column title drop not null;\n',
      ],
    }),
  start: '001',
  rows: "insert into public.notes select n, 'note ' || n from pg_catalog.generate_series(1, 3000) as n;",
  supabase: true,
  whole: false,
}
