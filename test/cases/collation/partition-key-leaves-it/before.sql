create collation public.c (provider = icu, locale = 'de');
create table public.t (id integer, a text collate public.c) partition by list (a);
