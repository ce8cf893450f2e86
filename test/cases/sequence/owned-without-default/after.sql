create table public.t (a integer);
create sequence public.s owned by public.t.a;
create table public.u (a integer);
create sequence public.r owned by public.u.a;
