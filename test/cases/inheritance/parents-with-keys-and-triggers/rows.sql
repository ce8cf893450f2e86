insert into public.b (id, v, x) values (1, 'x', 2);
insert into public.c (y, id, v) values (3, 4, 'y');
insert into public.d (z, id, v) values (5, 6, 'z');
