create table public.t (a integer constraint k primary key);
create index i on public.t (a);
