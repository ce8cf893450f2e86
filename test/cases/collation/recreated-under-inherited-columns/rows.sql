insert into public.child values (3, 'c', 'm');
