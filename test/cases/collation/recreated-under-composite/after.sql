create collation public.c (provider = icu, locale = 'sv');
create type public.p as (a text collate public.c);
create table public.t (id integer primary key, p public.p, q public.p[]);
