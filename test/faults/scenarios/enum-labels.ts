import { filesOf } from './scenario.ts'
import type { Scenario } from './scenario.ts'

/** Labels that are added, used and renamed; taken back by building the type again, below a view. */
export const enumLabels: Scenario = {
  name: 'enum labels',
  files: async () =>
    filesOf({
      '001_moods': [
        `create type public.mood as enum ('ok', 'bad');
create table public.days (id bigint, mood public.mood not null default 'ok', constraint days_pkey primary key (id));
`,
        'drop table public.days;\ndrop type public.mood;\n',
      ],
      '002_great': [
        "alter type public.mood add value 'great' before 'ok';\nalter type public.mood add value 'awful';\n",
        `alter table public.days alter column mood drop default;
alter type public.mood rename to mood_before;
create type public.mood as enum ('ok', 'bad');
alter table public.days alter column mood type public.mood using mood::text::public.mood;
alter table public.days alter column mood set default 'ok';
drop type public.mood_before;
`,
      ],
      '003_use': [
        `update public.days set mood = 'great' where id % 2 = 0;
alter table public.days alter column mood set default 'great';
create view public.great_days as select id from public.days where mood = 'great';
`,
        `drop view public.great_days;
alter table public.days alter column mood set default 'ok';
update public.days set mood = 'ok' where mood = 'great';
`,
      ],
      '004_rename': [
        "alter type public.mood rename value 'bad' to 'poor';\nalter type public.mood add value 'worst' after 'awful';\n",
        `drop view public.great_days;
alter table public.days alter column mood drop default;
alter type public.mood rename to mood_before;
create type public.mood as enum ('great', 'ok', 'bad', 'awful');
alter table public.days alter column mood type public.mood
  using (case mood::text when 'poor' then 'bad' else mood::text end)::public.mood;
alter table public.days alter column mood set default 'great';
drop type public.mood_before;
create view public.great_days as select id from public.days where mood = 'great';
`,
      ],
    }),
  start: '001',
  rows: "insert into public.days (id, mood) select n, case when n % 5 = 0 then 'bad' else 'ok' end::public.mood from pg_catalog.generate_series(1, 500) as n;",
  supabase: false,
  whole: true,
}
