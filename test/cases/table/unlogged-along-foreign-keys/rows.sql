insert into public.c values (1, null, 1);
insert into public.b values (1, 1);
insert into public.a values (1, 1);
insert into public.d values (1, 1);
insert into public.stays values (1);
insert into public.e values (1, 1, 1);
