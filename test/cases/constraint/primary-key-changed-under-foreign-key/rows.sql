insert into public.a values (1, 10);
insert into public.b values (10);
