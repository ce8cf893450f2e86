create table public.t (a text);
create index i on public.t (a);
