create domain public.dd as text check (length(value) < 10);
create collation public.cc (provider = icu, locale = 'de');
create table public.t (id integer primary key, a public.dd, b text collate public.cc);
alter table public.t alter column a set storage external, alter column b set storage external, alter column b set compression pglz;
create domain public.d2 as text;
create table public.u (a public.d2 default 'x');
alter table public.u alter column a set storage external;
create table public.u2 () inherits (public.u);
