insert into public.a values (1, null);
insert into public.c values (1, 1);
