create domain public.n as bigint constraint c check (value > 0);
create table public.t (a public.n default 5, constraint k unique (a));
create view public.v as select a from public.t;
create function public.f(a public.n) returns public.n language sql as 'select a';
