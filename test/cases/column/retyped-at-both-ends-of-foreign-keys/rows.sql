insert into public.a values (1, null), (2, 1);
insert into public.b values (2);
insert into public.c values (1, 2, 1);
insert into public.pair values (1, 2);
insert into public.of_pair values (1, 2);
insert into public.wide values (3);
insert into public.of_wide values (3);
insert into public.parted values (1, 2);
insert into public.unchecked values (1);
