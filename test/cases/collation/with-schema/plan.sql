-- up
create schema s;
create collation s.c (
  provider = icu,
  locale = 'de'
);
-- ! blocks_reads
alter table public.t
  add column name text collate s.c default 'x'::text;
-- ! opens_access
create function public.f()
 returns text
 language sql
 stable
return (select max((t.name collate s.c)) as max from public.t)
;

-- down
-- ! breaks_clients
drop function public.f();
-- ! data_loss, blocks_reads, breaks_clients
alter table public.t
  drop column name;
-- ! breaks_clients
drop collation s.c;
-- ! breaks_clients
drop schema s;
