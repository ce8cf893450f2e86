create collation public.c (provider = icu, locale = 'de');
create table public.t (id integer primary key, name text collate public.c default 'x');
create table public.child (more text collate public.c) inherits (public.t);
