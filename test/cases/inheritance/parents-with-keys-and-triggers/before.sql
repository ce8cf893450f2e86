create function public.tf() returns trigger language plpgsql as 'begin return new; end';
create table public.a (id integer primary key, v varchar(10) unique, constraint own check (id > 0) no inherit);
create trigger tr before insert on public.a for each row execute function public.tf();
create index by_both on public.a (v, id);
create table public.b (id integer not null, v varchar(10), x integer);
create table public.c (y integer, id integer not null, v varchar(10)) inherits (public.a);
create table public.d (z integer, id bigint, v text);
