create sequence public.s;
create table public.t (a integer);
