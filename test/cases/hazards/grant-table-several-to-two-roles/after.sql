create table public.t (a integer);
grant update, insert, delete, select on public.t to authenticated;
grant trigger, references, truncate on public.t to service_role;
