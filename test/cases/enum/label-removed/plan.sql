-- up
-- ! blocks_reads
alter table public.t
  drop constraint t_mood_check;
drop function public.f(public.mood);
-- ! blocks_reads
drop index public.t_mood_idx;
drop view public.v;
alter type public.mood rename to mood_old;
-- ! fails_on_rows, breaks_clients
create type public.mood as enum (
  'bad',
  'good'
);
comment on type public.mood is 'How it is.';
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column mood drop default,
  alter column mood type public.mood using mood::text::public.mood,
  alter column mood set default 'good'::public.mood,
  add constraint t_mood_check check ((mood <> 'bad'::public.mood));
create function public.f(m public.mood)
returns integer
language sql
immutable
as $$select 1$$;
-- ! scan, blocks_writes
create index t_mood_idx on public.t using btree (mood) where (mood = 'good'::public.mood);
create view public.v as
 select id,
    mood
   from public.t;
drop type public.mood_old;

-- down
alter type public.mood add value 'fair' after 'bad';
