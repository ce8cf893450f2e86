create table public.t (a integer not null constraint k unique, b integer not null);
create unique index i on public.t (b);
create table public.u (a integer);
