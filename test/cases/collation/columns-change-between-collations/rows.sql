insert into public.t values (1, 'ä'), (2, 'b');
