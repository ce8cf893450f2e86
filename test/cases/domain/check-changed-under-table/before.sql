create domain public.short as text constraint c check (length(value) < 5);
create table public.t (a public.short);
create view public.v as select a from public.t;
