insert into public.t (id, "Odd no", x) values (1, 1, 'a'), (2, 2, 'b');
