create collation public.c (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
create table public.t (id integer primary key, a text);
create unique index t_a on public.t (a collate public.c);
