insert into public.notes values (1, 'the running dogs');
