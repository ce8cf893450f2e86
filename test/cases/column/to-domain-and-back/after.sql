create domain public.short as varchar(10);
create table public.t (a public.short);
create view public.v as select a from public.t;
