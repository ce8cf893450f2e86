insert into public.p (a, b) values (1, 5);
insert into public.p_typed values (1, 7);
