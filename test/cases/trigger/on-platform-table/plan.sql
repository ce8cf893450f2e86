-- up
-- ! blocks_writes
create or replace trigger x after update on auth.users for each row execute function public.touch();

-- down
-- ! blocks_writes
create or replace trigger x before update on auth.users for each row execute function public.touch();
