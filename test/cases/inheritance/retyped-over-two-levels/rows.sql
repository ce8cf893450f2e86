insert into public.c (id, x, y) values (1, 2, 3);
