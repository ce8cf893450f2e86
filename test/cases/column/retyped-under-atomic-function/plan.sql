-- up
drop function public.f();
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.t
  alter column n type bigint;
-- ! breaks_clients
create function public.f()
 returns numeric
 language sql
begin atomic
 select sum(t.n) as sum
    from public.t;
end
;

-- down
drop function public.f();
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.t
  alter column n type integer;
-- ! breaks_clients
create function public.f()
 returns bigint
 language sql
begin atomic
 select sum(t.n) as sum
    from public.t;
end
;
