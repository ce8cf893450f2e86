create collation public.d (provider = icu, locale = 'sv');
create table public.t (id integer, a text collate public.d) partition by list (a);
