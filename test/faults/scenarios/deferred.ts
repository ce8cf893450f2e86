import { filesOf } from './scenario.ts'
import type { Scenario } from './scenario.ts'

/** Constraints that are checked at the end alone, by a trigger that takes its time there. */
export const deferred: Scenario = {
  name: 'deferred constraints',
  files: async () =>
    filesOf({
      '001_pairs': [
        `create table public.lefts (id integer, right_id integer not null, constraint lefts_pkey primary key (id));
create table public.rights (id integer, left_id integer not null, constraint rights_pkey primary key (id));
alter table public.lefts add constraint lefts_right_fkey foreign key (right_id) references public.rights (id) deferrable initially deferred;
alter table public.rights add constraint rights_left_fkey foreign key (left_id) references public.lefts (id) deferrable initially deferred;
create function public.look_back() returns trigger language plpgsql as $$
begin
  perform pg_catalog.pg_sleep(0.02);
  return null;
end
$$;
create constraint trigger look_back after insert or update on public.lefts deferrable initially deferred
  for each row when (new.id < 4) execute function public.look_back();
`,
        `alter table public.lefts drop constraint lefts_right_fkey;
drop table public.rights;
drop table public.lefts;
drop function public.look_back();
`,
      ],
      '002_more': [
        `insert into public.lefts select n, n + 1000 from pg_catalog.generate_series(1, 200) as n;
insert into public.rights select n + 1000, n from pg_catalog.generate_series(1, 200) as n;
`,
        'delete from public.lefts where id <= 200;\ndelete from public.rights where id between 1001 and 1200;\n',
      ],
      '003_renumbered': [
        `update public.lefts set id = id + 100000, right_id = right_id + 100000;
update public.rights set id = id + 100000, left_id = left_id + 100000;
`,
        `update public.rights set id = id - 100000, left_id = left_id - 100000;
update public.lefts set id = id - 100000, right_id = right_id - 100000;
`,
      ],
      '004_strict': [
        `set constraints all immediate;
alter table public.lefts alter constraint lefts_right_fkey not deferrable;
alter table public.rights add column note text not null default 'none';
`,
        `alter table public.rights drop column note;
alter table public.lefts alter constraint lefts_right_fkey deferrable initially deferred;
`,
      ],
    }),
  start: '001',
  rows: `begin;
insert into public.lefts select n, n + 3000 from pg_catalog.generate_series(2001, 2300) as n;
insert into public.rights select n + 3000, n from pg_catalog.generate_series(2001, 2300) as n;
commit;`,
  supabase: true,
  whole: true,
}
