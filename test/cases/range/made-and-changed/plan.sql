-- up
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column a type text using a::text;
drop type public.r;
-- ! breaks_clients
create type public.r as range (
  subtype = bigint
);
create type public.s as range (
  subtype = text,
  collation = "C",
  multirange_type_name = public.many
);
comment on type public.s is 'S';
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column a type public.r using a::public.r;

-- down
-- ! breaks_clients
drop type public.s;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column a type text using a::text;
drop type public.r;
-- ! fails_on_rows, breaks_clients
create type public.r as range (
  subtype = integer
);
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column a type public.r using a::public.r;
