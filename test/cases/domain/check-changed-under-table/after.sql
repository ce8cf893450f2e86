create domain public.short as text default 'x' constraint c check (length(value) < 9);
create table public.t (a public.short);
create view public.v as select a from public.t;
