create table public.t (a integer);
create sequence public.s owned by public.t.a;
