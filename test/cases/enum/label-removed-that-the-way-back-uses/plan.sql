-- up
-- ! blocks_reads
alter table public.t
  drop constraint t_check;
drop function public.f(public.mood);
-- ! blocks_reads
drop index public.t_fair;
drop view public.v;
alter domain public.outlook rename to outlook_old;
alter type public.mood rename to mood_old;
-- ! fails_on_rows, breaks_clients, breaks_functions
create type public.mood as enum (
  'bad',
  'good'
);
comment on type public.mood is 'three';
-- ! fails_on_rows
create domain public.outlook as public.mood
  constraint outlook_check check ((value <> 'bad'::public.mood));
-- ! rewrite, scan, blocks_reads, fails_on_rows
alter table public.t
  alter column mood drop default,
  alter column mood type public.mood using mood::text::public.mood,
  alter column mood set default 'good'::public.mood,
  alter column past drop default,
  alter column past type public.mood[] using past::text[]::public.mood[],
  alter column past set default '{good}'::public.mood[],
  alter column later drop default,
  alter column later type public.outlook using later::text::public.outlook,
  alter column later set default 'good'::public.mood,
  add constraint t_check check (((mood <> 'good'::public.mood) or (id > 0)));
create function public.f(mood public.mood default 'good'::public.mood)
returns public.mood
language sql
stable
as $$select mood$$;
-- ! scan, blocks_writes
create index t_fair on public.t using btree (id) where (mood = 'good'::public.mood);
create view public.v as
 select id
   from public.t
  where (mood = 'good'::public.mood);
drop domain public.outlook_old;
drop type public.mood_old;

-- down
-- ! blocks_reads
alter table public.t
  drop constraint t_check;
drop function public.f(public.mood);
-- ! blocks_reads
drop index public.t_fair;
drop view public.v;
alter domain public.outlook rename to outlook_old;
alter type public.mood rename to mood_old;
create type public.mood as enum (
  'bad',
  'fair',
  'good'
);
comment on type public.mood is 'three';
-- ! fails_on_rows
create domain public.outlook as public.mood
  constraint outlook_check check ((value <> 'bad'::public.mood));
-- ! rewrite, scan, blocks_reads, fails_on_rows
alter table public.t
  alter column mood drop default,
  alter column mood type public.mood using mood::text::public.mood,
  alter column mood set default 'fair'::public.mood,
  alter column past drop default,
  alter column past type public.mood[] using past::text[]::public.mood[],
  alter column past set default '{fair}'::public.mood[],
  alter column later drop default,
  alter column later type public.outlook using later::text::public.outlook,
  alter column later set default 'fair'::public.mood,
  add constraint t_check check (((mood <> 'fair'::public.mood) or (id > 0)));
create function public.f(mood public.mood default 'fair'::public.mood)
returns public.mood
language sql
stable
as $$select mood$$;
-- ! scan, blocks_writes
create index t_fair on public.t using btree (id) where (mood = 'fair'::public.mood);
create view public.v as
 select id
   from public.t
  where (mood = 'fair'::public.mood);
drop domain public.outlook_old;
drop type public.mood_old;
