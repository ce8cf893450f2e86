-- up
alter type public.c rename to c_old;
-- ! breaks_clients
create type public.c as (
  a integer,
  b text
);
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column x type public.c using case when x is distinct from null then row((x).a, (x).b)::public.c end;
drop type public.c_old;

-- down
alter type public.c rename to c_old;
-- ! breaks_clients
create type public.c as (
  b text,
  a integer
);
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column x type public.c using case when x is distinct from null then row((x).b, (x).a)::public.c end;
drop type public.c_old;
