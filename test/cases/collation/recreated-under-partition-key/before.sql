create collation public.c (provider = icu, locale = 'de');
create table public.t (id integer, name text) partition by range (name collate public.c);
