-- up
drop view public.v;
-- ! breaks_clients
alter type public.kind rename to kind_old;
create domain public.kind as text
  constraint kind_check check ((value = any (array['a'::text, 'b'::text])));
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column k drop default,
  alter column k type public.kind using k::text,
  alter column k set default 'a'::text,
  alter column ks type public.kind[] using ks::text[];
create view public.v as
 select k
   from public.t;
drop type public.kind_old;

-- down
drop view public.v;
-- ! breaks_clients
alter domain public.kind rename to kind_old;
create type public.kind as enum (
  'a',
  'b'
);
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column k drop default,
  alter column k type public.kind using k::text::public.kind,
  alter column k set default 'a'::public.kind,
  alter column ks type public.kind[] using ks::text[]::public.kind[];
create view public.v as
 select k
   from public.t;
drop domain public.kind_old;
