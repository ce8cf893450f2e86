insert into public.price values (1, 2.50);
