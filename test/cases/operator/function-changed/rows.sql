insert into public.t (id, a) values (1, 7);
