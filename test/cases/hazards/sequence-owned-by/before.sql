create table public.t (a integer);
create sequence public.s;
