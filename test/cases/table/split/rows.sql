insert into public.person values (1, 'a', 's', 'c'); insert into public.note values (1, 1, 'n');
