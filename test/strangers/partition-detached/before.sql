create table public.m (id int, at date not null) partition by range (at);
create table public.m1 partition of public.m for values from ('2020-01-01') to ('2021-01-01');
create table public.m2 partition of public.m for values from ('2021-01-01') to ('2022-01-01');
insert into public.m values (1, '2020-05-05'), (2, '2021-05-05');
