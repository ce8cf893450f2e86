insert into public.p values (1, 5, 'k');
