create collation public.a (provider = icu, locale = 'de');
create table public.t (id integer primary key, name text collate public.a);
create index t_name_idx on public.t (name);
create view public.v as select id from public.t;
