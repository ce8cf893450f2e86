import { filesOf } from './scenario.ts'
import type { Scenario } from './scenario.ts'

/** Tables that are written anew under ACCESS EXCLUSIVE. */
export const rewrites: Scenario = {
  name: 'rewrites',
  files: async () =>
    filesOf({
      '001_measures': [
        `create table public.measures (id integer, value integer not null, label text not null, constraint measures_pkey primary key (id));
create index measures_value_idx on public.measures (value);
`,
        'drop table public.measures;\n',
      ],
      '002_wider': [
        'alter table public.measures alter column id type bigint, alter column value type numeric(12, 2);\n',
        'alter table public.measures alter column id type integer, alter column value type integer;\n',
      ],
      '003_stored': [
        `alter table public.measures add column size integer generated always as (pg_catalog.length(label)) stored;
alter table public.measures add constraint measures_size_check check (size > 0);
`,
        'alter table public.measures drop column size;\n',
      ],
      '004_clustered': [
        'alter table public.measures set (fillfactor = 50);\ncluster public.measures using measures_pkey;\n',
        'alter table public.measures set without cluster;\nalter table public.measures reset (fillfactor);\n',
      ],
    }),
  start: '001',
  rows: "insert into public.measures select n, n % 977, 'measure ' || n from pg_catalog.generate_series(1, 40000) as n;",
  supabase: false,
  whole: true,
}
