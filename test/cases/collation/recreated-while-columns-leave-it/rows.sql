insert into public.t values (1, 'ä', 'ö'), (2, 'b', 'c');
