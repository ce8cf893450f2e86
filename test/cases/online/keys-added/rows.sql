insert into public.notes values (1, 'a', 'x'), (2, 'b', 'y');
