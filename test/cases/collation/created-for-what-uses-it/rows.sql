insert into public.names values (1, 'a'), (2, 'B');
