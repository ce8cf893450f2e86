create collation public.c (provider = icu, locale = 'de');
create table public.t (id integer primary key, name text collate public.c, gone text collate public.c);
create index t_name_idx on public.t (name);
