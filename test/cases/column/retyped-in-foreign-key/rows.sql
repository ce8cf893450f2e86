insert into public.a values (1);
insert into public.b values (1);
