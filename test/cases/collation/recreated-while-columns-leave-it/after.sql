create collation public.c (provider = icu, locale = 'sv');
create table public.t (id integer primary key, name text collate "C");
create index t_name_idx on public.t (name);
