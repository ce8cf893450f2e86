-- up
-- ! blocks_reads
drop index public.ui;
-- ! blocks_reads
alter table public.u
  drop constraint u_id_check,
  alter column id drop default;
drop function public.c(integer);
drop function public.b(integer);
-- ! breaks_clients
drop function public.a(integer);
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.t
  alter column id type bigint,
  add column n text;
-- ! opens_access
create function public.a(m bigint)
 returns bigint
 language sql
 immutable
begin atomic
 select (m + 2);
end
;
-- ! breaks_clients
create function public.b(n integer)
 returns bigint
 language sql
 immutable
begin atomic
 select (public.a((n)::bigint) + 1);
end
;
create function public.c(n integer)
 returns integer
 language sql
begin atomic
 select ((public.b(n))::integer + (( select count(t.id) as count
            from public.t t))::integer);
end
;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.u
  alter column id set default public.c(2),
  alter column g type bigint;
-- ! rewrite, scan, blocks_reads, fails_on_rows
alter table public.u
  alter column g set expression as (public.a((id)::bigint)),
  add constraint u_id_check check ((public.a((id)::bigint) > 1));
-- ! scan, blocks_writes
create index ui on public.u using btree (public.a((id)::bigint)) where (public.b(id) > 1);

-- down
-- ! blocks_reads
drop index public.ui;
-- ! blocks_reads
alter table public.u
  drop column g,
  drop constraint u_id_check,
  alter column id drop default;
drop function public.c(integer);
drop function public.b(integer);
-- ! breaks_clients
drop function public.a(bigint);
-- ! data_loss, rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.t
  alter column id type integer,
  drop column n;
-- ! opens_access
create function public.a(n integer)
 returns integer
 language sql
begin atomic
 select (n + 1);
end
;
-- ! breaks_clients
create function public.b(n integer)
 returns integer
 language sql
begin atomic
 select (public.a(n) + 1);
end
;
create function public.c(n integer)
 returns integer
 language sql
begin atomic
 select (public.b(n) + (( select count(*) as count
            from public.t))::integer);
end
;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.u
  alter column id set default public.c(1),
  add column g integer generated always as ((id + 1)) stored,
  add constraint u_id_check check ((public.a(id) > 0));
-- ! scan, blocks_writes
create index ui on public.u using btree (public.a(id)) where (public.b(id) > 0);
