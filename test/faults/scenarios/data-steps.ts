import { filesOf } from './scenario.ts'
import type { Scenario } from './scenario.ts'

/** Rows that are counted up, moved and deleted: what runs twice, or half, shows in them. */
export const dataSteps: Scenario = {
  name: 'data steps',
  files: async () =>
    filesOf({
      '001_notes': [
        `create table public.notes (id bigint generated always as identity, body text not null, changes integer not null default 0, constraint notes_pkey primary key (id));
create table public.totals (name text, value bigint not null, constraint totals_pkey primary key (name));
insert into public.totals values ('notes', 0);
`,
        'drop table public.totals;\ndrop table public.notes;\n',
      ],
      '002_titles': [
        `alter table public.notes add column title text;
update public.notes set title = pg_catalog.left(body, 6), changes = changes + 1;
select pg_catalog.pg_sleep(0.05);
update public.totals set value = value + (select count(*) from public.notes);
`,
        `update public.totals set value = value - (select count(*) from public.notes);
update public.notes set changes = changes - 1;
select pg_catalog.pg_sleep(0.05);
alter table public.notes drop column title;
`,
      ],
      '003_old_notes': [
        `create table public.old_notes (id bigint, body text, changes integer, title text);
with old as (delete from public.notes where id % 3 = 0 returning id, body, changes, title)
insert into public.old_notes select * from old;
update public.totals set value = value + 1;
`,
        `insert into public.notes (id, body, changes, title) overriding system value select * from public.old_notes;
update public.totals set value = value - 1;
drop table public.old_notes;
`,
      ],
      '004_doubled': [
        `insert into public.notes (id, body) overriding system value select id + 5000, body from public.notes where id <= 30;
update public.notes set changes = changes * 2 + 1;
`,
        `update public.notes set changes = (changes - 1) / 2;
delete from public.notes where id > 3000;
`,
      ],
    }),
  start: '001',
  rows: `insert into public.notes (body) select 'note ' || n from pg_catalog.generate_series(1, 3000) as n;`,
  supabase: true,
  whole: true,
}
