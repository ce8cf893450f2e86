insert into public.m (id, at) values (1, '2020-03-03');
insert into public.m2 (id, at) values (2, '2021-03-03');
insert into public.h (a, b, c) values (1, 2, 3);
