create table public.t (a integer constraint t_pkey primary key, b integer, constraint positive check (b > 0));
create index i on public.t (b);
