-- up
drop view public.v;
-- ! blocks_reads
alter table only public.t
  alter column x drop default;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column x type text using x::text;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column xs type text[] using xs::text[];
drop type public.size;
-- ! breaks_clients
create type public.size as (
  width integer,
  "The unit" varchar(10)
);
revoke all on type public.size from public;
grant usage on type public.size to public;
comment on column public.size."The unit" is 'cm or m';
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column x type public.size using x::public.size;
-- ! blocks_reads
alter table only public.t
  alter column x set default '(1,cm)'::public.size;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column xs type public.size[] using xs::public.size[];
-- ! breaks_clients
create view public.v as
 select (x).width as width
   from public.t;

-- down
drop view public.v;
-- ! blocks_reads
alter table only public.t
  alter column x drop default;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column x type text using x::text;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column xs type text[] using xs::text[];
drop type public.size;
-- ! fails_on_rows, breaks_clients
create type public.size as (
  width smallint,
  "The unit" varchar(5)
);
revoke all on type public.size from public;
grant usage on type public.size to public;
comment on column public.size."The unit" is 'cm or m';
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column x type public.size using x::public.size;
-- ! blocks_reads
alter table only public.t
  alter column x set default '(1,cm)'::public.size;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column xs type public.size[] using xs::public.size[];
-- ! breaks_clients
create view public.v as
 select (x).width as width
   from public.t;
