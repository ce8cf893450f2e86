create domain public.short as varchar(10);
create table public.t (a varchar(10));
create view public.v as select a from public.t;
