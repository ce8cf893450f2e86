create collation public.c (provider = icu, locale = 'de');
create table public.t (id integer primary key, a text, b boolean generated always as (a < 'm' collate public.c) stored, d text default ('x' collate public.c));
