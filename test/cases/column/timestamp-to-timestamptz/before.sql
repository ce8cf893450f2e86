create table public.t (a timestamp default now());
create index i on public.t (a);
