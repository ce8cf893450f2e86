insert into public.q values (1, 'b', 3);
