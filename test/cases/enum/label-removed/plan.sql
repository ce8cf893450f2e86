-- up
-- ! blocks_reads
alter table public.t
  drop constraint t_mood_check;
drop function public.f(public.mood);
-- ! blocks_reads
drop index public.t_mood_idx;
drop view public.v;
-- ! blocks_reads
alter table only public.t
  alter column mood drop default;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column mood type text using mood::text;
drop type public.mood;
-- ! fails_on_rows, breaks_clients
create type public.mood as enum (
  'bad',
  'good'
);
comment on type public.mood is 'How it is.';
revoke all on type public.mood from public;
grant usage on type public.mood to public;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column mood type public.mood using mood::public.mood;
-- ! blocks_reads
alter table only public.t
  alter column mood set default 'good'::public.mood;
-- ! scan, blocks_reads
alter table public.t
  add constraint t_mood_check check ((mood <> 'bad'::public.mood));
create function public.f(m public.mood)
returns integer
language sql
immutable
as $$select 1$$;
revoke all on function public.f(public.mood) from public;
grant execute on function public.f(public.mood) to public;
-- ! scan, blocks_writes
create index t_mood_idx on public.t using btree (mood) where (mood = 'good'::public.mood);
create view public.v as
 select id,
    mood
   from public.t;

-- down
alter type public.mood add value 'fair' after 'bad';
