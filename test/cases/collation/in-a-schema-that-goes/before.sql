create schema s;
create collation s."C c" (provider = libc, locale = 'C');
create table public.t (id integer);
