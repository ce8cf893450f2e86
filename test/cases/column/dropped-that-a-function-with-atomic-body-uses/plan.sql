-- up
create or replace function public.f()
 returns integer
 language sql
begin atomic
 select max(t.a) as max
    from public.t;
end
;
-- ! data_loss, blocks_reads, breaks_clients
alter table public.t
  drop column b;

-- down
-- ! blocks_reads
alter table public.t
  add column b integer;
create or replace function public.f()
 returns integer
 language sql
begin atomic
 select max(t.b) as max
    from public.t;
end
;
