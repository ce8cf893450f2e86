-- up
create or replace trigger x after update on auth.users for each row execute function public.touch();

-- down
create or replace trigger x before update on auth.users for each row execute function public.touch();
