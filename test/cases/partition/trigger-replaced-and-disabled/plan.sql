-- up
-- ! blocks_writes
create or replace trigger tg after insert on public.p for each row execute function public.f();
-- ! blocks_writes
alter table public.p disable trigger tg;

-- down
-- ! blocks_writes
create or replace trigger tg before insert on public.p for each row execute function public.f();
-- ! blocks_writes
alter table public.p_1 disable trigger tg;
