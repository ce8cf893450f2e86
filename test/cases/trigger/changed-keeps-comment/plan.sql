-- up
-- ! blocks_writes
create or replace trigger x after insert or update of b on public.t for each row when ((new.a is not null)) execute function public.touch('x''y');

-- down
-- ! blocks_writes
create or replace trigger x before update on public.t for each row execute function public.touch();
