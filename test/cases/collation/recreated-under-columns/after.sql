create collation public.c (provider = icu, locale = 'sv');
create table public.t (id integer primary key, name text collate public.c);
