-- up
-- ! blocks_reads
alter table only public.u2
  alter column a drop default;
-- ! blocks_reads
alter table only public.u
  alter column a drop default;
-- ! blocks_reads
alter table public.u
  alter column a type text using a::text;
drop domain public.d2;
-- ! blocks_reads
alter table public.t
  alter column b type text;
drop collation public.cc;
create collation public.cc (
  provider = icu,
  locale = 'fr'
);
-- ! fails_on_rows, breaks_clients
create domain public.d2 as varchar(20);
revoke all on domain public.d2 from public;
grant usage on domain public.d2 to public;
-- ! rewrite, scan, blocks_reads
alter table public.u
  alter column a type public.d2;
-- ! blocks_reads
alter table only public.u
  alter column a set storage external;
-- ! blocks_reads
alter table only public.u
  alter column a set default 'x'::varchar;
-- ! blocks_reads
alter table only public.u2
  alter column a set storage external;
-- ! blocks_reads
alter table only public.u2
  alter column a set default 'x'::varchar;
-- ! blocks_reads
alter table public.t
  alter column b type text collate public.cc;
-- ! blocks_reads
alter table only public.t
  alter column b set storage external;
-- ! blocks_reads
alter table only public.t
  alter column b set compression pglz;

-- down
-- ! blocks_reads
alter table only public.u2
  alter column a drop default;
-- ! blocks_reads
alter table only public.u
  alter column a drop default;
-- ! blocks_reads
alter table public.u
  alter column a type text using a::text;
drop domain public.d2;
-- ! blocks_reads
alter table public.t
  alter column b type text;
drop collation public.cc;
create collation public.cc (
  provider = icu,
  locale = 'de'
);
-- ! fails_on_rows
create domain public.d2 as text;
revoke all on domain public.d2 from public;
grant usage on domain public.d2 to public;
-- ! blocks_reads
alter table public.u
  alter column a type public.d2;
-- ! blocks_reads
alter table only public.u
  alter column a set storage external;
-- ! blocks_reads
alter table only public.u
  alter column a set default 'x'::text;
-- ! blocks_reads
alter table only public.u2
  alter column a set storage external;
-- ! blocks_reads
alter table only public.u2
  alter column a set default 'x'::text;
-- ! blocks_reads
alter table public.t
  alter column b type text collate public.cc;
-- ! blocks_reads
alter table only public.t
  alter column b set storage external;
-- ! blocks_reads
alter table only public.t
  alter column b set compression pglz;
