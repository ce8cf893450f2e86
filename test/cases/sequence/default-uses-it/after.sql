create sequence public.s;
create table public.t (a integer default nextval('public.s'));
create table public.u (a integer default nextval('public.s'));
