-- up
drop view public.v;
alter type public.size rename to size_old;
-- ! breaks_clients
create type public.size as (
  width integer,
  "The unit" varchar(10)
);
comment on column public.size."The unit" is 'cm or m';
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column x drop default,
  alter column x type public.size using case when x is distinct from null then row((x).width, (x)."The unit")::public.size end,
  alter column x set default '(1,cm)'::public.size,
  alter column xs type public.size[] using xs::text[]::public.size[];
-- ! breaks_clients
create view public.v as
 select (x).width as width
   from public.t;
drop type public.size_old;

-- down
drop view public.v;
alter type public.size rename to size_old;
-- ! fails_on_rows, breaks_clients
create type public.size as (
  width smallint,
  "The unit" varchar(5)
);
comment on column public.size."The unit" is 'cm or m';
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column x drop default,
  alter column x type public.size using x::text::public.size,
  alter column x set default '(1,cm)'::public.size,
  alter column xs type public.size[] using xs::text[]::public.size[];
-- ! breaks_clients
create view public.v as
 select (x).width as width
   from public.t;
drop type public.size_old;
