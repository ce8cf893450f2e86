-- up
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column ks type text[] using ks::text[];
drop view public.v;
-- ! blocks_reads
alter table only public.t
  alter column k drop default;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column k type text using k::text;
-- ! breaks_clients
drop type public.kind;
create domain public.kind as text
  constraint kind_check check ((value = any (array['a'::text, 'b'::text])));
revoke all on domain public.kind from public;
grant usage on domain public.kind to public;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column k type public.kind;
-- ! blocks_reads
alter table only public.t
  alter column k set default 'a'::text;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column ks type public.kind[];
create view public.v as
 select k
   from public.t;

-- down
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column ks type text[] using ks::text[];
drop view public.v;
-- ! blocks_reads
alter table only public.t
  alter column k drop default;
-- ! blocks_reads
alter table public.t
  alter column k type text using k::text;
-- ! breaks_clients
drop domain public.kind;
create type public.kind as enum (
  'a',
  'b'
);
revoke all on type public.kind from public;
grant usage on type public.kind to public;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column k type public.kind using k::public.kind;
-- ! blocks_reads
alter table only public.t
  alter column k set default 'a'::public.kind;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column ks type public.kind[] using ks::public.kind[];
create view public.v as
 select k
   from public.t;
