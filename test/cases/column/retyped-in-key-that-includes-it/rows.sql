insert into public.a values (1, 2, 3, 4);
insert into public.by_index values (1, 1);
insert into public.b values (1, 2, 3, 1);
insert into public.free values (1, 2);
