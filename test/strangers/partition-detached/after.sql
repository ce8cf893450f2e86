create table public.m (id int, at date not null) partition by range (at);
create table public.m1 (id int, at date not null);
