-- up
-- ! blocks_reads
alter table only public.t
  alter column later drop default;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column later type text using later::text;
-- ! blocks_reads
alter table only public.t
  alter column past drop default;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column past type text[] using past::text[];
-- ! blocks_reads
alter table public.t
  drop constraint t_check;
drop function public.f(public.mood);
-- ! blocks_reads
drop index public.t_fair;
drop view public.v;
-- ! blocks_reads
alter table only public.t
  alter column mood drop default;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column mood type text using mood::text;
drop domain public.outlook;
drop type public.mood;
-- ! fails_on_rows, breaks_clients, breaks_functions
create type public.mood as enum (
  'bad',
  'good'
);
comment on type public.mood is 'three';
revoke all on type public.mood from public;
grant usage on type public.mood to public;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column mood type public.mood using mood::public.mood;
-- ! blocks_reads
alter table only public.t
  alter column mood set default 'good'::public.mood;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column past type public.mood[] using past::public.mood[];
-- ! blocks_reads
alter table only public.t
  alter column past set default '{good}'::public.mood[];
-- ! fails_on_rows
create domain public.outlook as public.mood
  constraint outlook_check check ((value <> 'bad'::public.mood));
revoke all on domain public.outlook from public;
grant usage on domain public.outlook to public;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column later type public.outlook using later::public.outlook;
-- ! blocks_reads
alter table only public.t
  alter column later set default 'good'::public.mood;
-- ! scan, blocks_reads, fails_on_rows
alter table public.t
  add constraint t_check check (((mood <> 'good'::public.mood) or (id > 0)));
create function public.f(mood public.mood default 'good'::public.mood)
returns public.mood
language sql
stable
as $$select mood$$;
revoke all on function public.f(public.mood) from public;
grant execute on function public.f(public.mood) to public;
-- ! scan, blocks_writes
create index t_fair on public.t using btree (id) where (mood = 'good'::public.mood);
create view public.v as
 select id
   from public.t
  where (mood = 'good'::public.mood);

-- down
-- ! blocks_reads
alter table only public.t
  alter column later drop default;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column later type text using later::text;
-- ! blocks_reads
alter table only public.t
  alter column past drop default;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column past type text[] using past::text[];
-- ! blocks_reads
alter table public.t
  drop constraint t_check;
drop function public.f(public.mood);
-- ! blocks_reads
drop index public.t_fair;
drop view public.v;
-- ! blocks_reads
alter table only public.t
  alter column mood drop default;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column mood type text using mood::text;
drop domain public.outlook;
drop type public.mood;
create type public.mood as enum (
  'bad',
  'fair',
  'good'
);
comment on type public.mood is 'three';
revoke all on type public.mood from public;
grant usage on type public.mood to public;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column mood type public.mood using mood::public.mood;
-- ! blocks_reads
alter table only public.t
  alter column mood set default 'fair'::public.mood;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column past type public.mood[] using past::public.mood[];
-- ! blocks_reads
alter table only public.t
  alter column past set default '{fair}'::public.mood[];
-- ! fails_on_rows
create domain public.outlook as public.mood
  constraint outlook_check check ((value <> 'bad'::public.mood));
revoke all on domain public.outlook from public;
grant usage on domain public.outlook to public;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column later type public.outlook using later::public.outlook;
-- ! blocks_reads
alter table only public.t
  alter column later set default 'fair'::public.mood;
-- ! scan, blocks_reads, fails_on_rows
alter table public.t
  add constraint t_check check (((mood <> 'fair'::public.mood) or (id > 0)));
create function public.f(mood public.mood default 'fair'::public.mood)
returns public.mood
language sql
stable
as $$select mood$$;
revoke all on function public.f(public.mood) from public;
grant execute on function public.f(public.mood) to public;
-- ! scan, blocks_writes
create index t_fair on public.t using btree (id) where (mood = 'fair'::public.mood);
create view public.v as
 select id
   from public.t
  where (mood = 'fair'::public.mood);
