insert into public.o values (1);
