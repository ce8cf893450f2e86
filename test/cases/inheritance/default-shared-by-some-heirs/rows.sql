insert into public."all" (a, c) values (1, 7);
insert into public.alike (a, c) values (2, 9);
insert into public.below_own (a, c) values (3, 30);
insert into public.parts (k) values (1), (2);
