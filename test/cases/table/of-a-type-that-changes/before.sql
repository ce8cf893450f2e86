create type public.pt as (x integer, y integer);
create table public.gt of public.pt (primary key (x));
create view public.gv as select x from public.gt;
create type public.pu as (x integer, y integer);
create table public.gu of public.pu (primary key (x));
create view public.gw as select x from public.gu;
