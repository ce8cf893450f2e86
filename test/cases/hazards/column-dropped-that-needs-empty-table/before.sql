create table public.t (a integer, b text not null);
grant select (b) on public.t to anon;
