create table public.p (a integer);
create table public.c () inherits (public.p);
create table public.z () inherits (public.p);
create table public.d () inherits (public.z);
create table public.e () inherits (public.d);
create table public.q (a integer, constraint r check (a < 9)) partition by list (a);
create table public.q_1 partition of public.q (constraint s check (a < 8)) for values in (1);
