-- up
drop cast (public.mood as integer);
drop function public.number_of(public.mood);
alter type public.mood rename to mood_old;
-- ! fails_on_rows, breaks_clients
create type public.mood as enum (
  'good',
  'bad'
);
-- ! rewrite, scan, blocks_reads
alter table public.notes
  alter column mood type public.mood using mood::text::public.mood;
create function public.number_of(mood public.mood)
returns integer
language sql
immutable
as $$select 1$$;
create cast (public.mood as integer)
  with function public.number_of(public.mood) as assignment;
comment on cast (public.mood as integer) is 'stays';
drop type public.mood_old;

-- down
alter type public.mood add value 'gone' after 'bad';
