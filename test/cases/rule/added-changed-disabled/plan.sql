-- up
-- ! blocks_reads
create or replace rule r as
    on delete to public.t
   where (old.a = 1) do instead nothing;
-- ! blocks_reads
alter table public.t disable rule s;
comment on rule s on public.t is null;
-- ! blocks_reads
create rule u as
    on insert to public.t do  select 1 as "?column?";
comment on rule u on public.t is 'U.';

-- down
-- ! blocks_reads
drop rule u on public.t;
-- ! blocks_reads
create or replace rule r as
    on delete to public.t do instead nothing;
-- ! blocks_reads
alter table public.t enable rule s;
comment on rule s on public.t is 'S.';
