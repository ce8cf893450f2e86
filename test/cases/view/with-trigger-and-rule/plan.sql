-- up
-- ! blocks_reads
create or replace view public.v as
 select a,
    b
   from public.t;

-- down
drop view public.v;
-- ! breaks_clients
create view public.v as
 select a
   from public.t;
-- ! blocks_reads
create rule r as
    on delete to public.v do instead nothing;
-- ! blocks_writes
create trigger touch instead of insert on public.v for each row execute function public.touch();
