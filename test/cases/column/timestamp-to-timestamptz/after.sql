create table public.t (a timestamptz default now());
create index i on public.t (a);
