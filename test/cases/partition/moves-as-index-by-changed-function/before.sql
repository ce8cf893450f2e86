create function public.mark(n integer) returns integer language sql immutable as 'select n + 1';
create table public.one (id integer not null, kind integer not null) partition by list (kind);
create table public.two (id integer not null, kind integer not null) partition by list (kind);
create table public.part partition of public.one for values in (1);
create index one_mark on public.one (public.mark(id));
create index two_mark on public.two (public.mark(id));
