create table public.t (a varchar(10));
create index i on public.t (a);
