create table public.names (id integer primary key, code varchar(10));
create view public.codes as select code from public.names;
