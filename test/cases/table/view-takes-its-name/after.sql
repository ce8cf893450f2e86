create table public.u (a integer);
create view public.t as select a from public.u;
