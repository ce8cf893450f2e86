create collation public.b (provider = icu, locale = 'sv');
create table public.t (id integer primary key, name text collate public.b);
create index t_name_idx on public.t (name);
create view public.v as select id from public.t;
