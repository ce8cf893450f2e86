create table public.t (a integer);
grant truncate, references, trigger on public.t to anon;
grant references (a) on public.t to authenticated;
