create schema app;
create table app.a (id integer primary key);
create table public.a (id integer primary key);
create table public.b (a_id integer constraint fk references public.a);
