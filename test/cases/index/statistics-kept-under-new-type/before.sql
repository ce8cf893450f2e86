create table public.t (id integer primary key, a text, b varchar(10));
create index i on public.t (lower(a), (length(b)));
alter index public.i alter column 1 set statistics 300;
create index j on public.t (lower(b));
alter index public.j alter column 1 set statistics 300;
cluster public.t using t_pkey;
alter table public.t replica identity using index t_pkey;
