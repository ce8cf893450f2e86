create table public.a (id int primary key);
create table public.b (id int generated always as identity primary key, x text);
create table public.c (id int not null, x text);
