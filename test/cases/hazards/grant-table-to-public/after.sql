create table public.t (a integer);
grant select, insert on public.t to public;
