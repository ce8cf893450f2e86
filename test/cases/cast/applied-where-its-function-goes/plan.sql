-- up
drop cast (public.mood as integer);
-- ! blocks_reads
alter table public.notes
  alter column worth drop default,
  drop constraint notes_mood_check;
-- ! blocks_reads
drop index public.notes_mood;
-- ! breaks_clients
drop function public.one(public.mood);
-- ! opens_access
create function public.two(mood public.mood)
returns integer
language sql
immutable
as $$select 1$$;
-- ! changes_statements
create cast (public.mood as integer)
  with function public.two(public.mood) as implicit;
-- ! scan, blocks_reads
alter table public.notes
  alter column worth set default 'good'::public.mood,
  add constraint notes_mood_check check ((((mood)::integer + 1) > 0));
-- ! scan, blocks_writes
create index notes_mood on public.notes using btree ((((mood)::integer + 1)));

-- down
drop cast (public.mood as integer);
-- ! blocks_reads
alter table public.notes
  alter column worth drop default,
  drop constraint notes_mood_check;
-- ! blocks_reads
drop index public.notes_mood;
-- ! breaks_clients
drop function public.two(public.mood);
-- ! opens_access
create function public.one(mood public.mood)
returns integer
language sql
immutable
as $$select 1$$;
-- ! changes_statements
create cast (public.mood as integer)
  with function public.one(public.mood) as implicit;
-- ! scan, blocks_reads
alter table public.notes
  alter column worth set default 'good'::public.mood,
  add constraint notes_mood_check check ((((mood)::integer + 1) > 0));
-- ! scan, blocks_writes
create index notes_mood on public.notes using btree ((((mood)::integer + 1)));
