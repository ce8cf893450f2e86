-- up
comment on table public."x (" is 'new';
-- ! opens_access
grant select on table public."x (" to anon;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public."x ("
  alter column "b)" type bigint;
comment on column public."x ("."b)" is 'new';
create or replace function public."f("("x (" integer)
 returns integer
 language sql
return 2
;

-- down
comment on table public."x (" is 'old';
-- ! breaks_clients
revoke select on table public."x (" from anon;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public."x ("
  alter column "b)" type integer;
comment on column public."x ("."b)" is null;
create or replace function public."f("("x (" integer)
 returns integer
 language sql
return 1
;
