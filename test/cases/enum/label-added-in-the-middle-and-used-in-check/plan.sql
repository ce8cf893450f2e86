-- up
alter type public.e add value 'b' after 'a';
alter type public.e add value 'd' after 'c';

-- the next migration
-- ! scan, blocks_reads, fails_on_rows
alter table public.t
  add constraint k check ((e <> 'b'::public.e));
-- ! opens_access
create view public.v as
 select e
   from public.t
  where (e = 'd'::public.e);

-- down
-- ! blocks_reads
alter table public.t
  drop constraint k;
-- ! breaks_clients
drop view public.v;
alter type public.e rename to e_old;
-- ! fails_on_rows, breaks_clients
create type public.e as enum (
  'a',
  'c'
);
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column e type public.e using e::text::public.e;
drop type public.e_old;
