create sequence public.s1;
select nextval('public.s1');
create table public.a (id int default nextval('public.s1') primary key);
create table public.b (id serial primary key, x text);
insert into public.b (x) values ('a'), ('b');
create table public.c (id int generated always as identity, x text);
insert into public.c (x) values ('a');
