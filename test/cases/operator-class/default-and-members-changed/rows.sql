insert into public.days values (1, row(3)), (2, row(4));
