insert into public.t (a) values (1), (2);
insert into public.child (a, c) values (3, 4);
insert into public.other (b) values ('o');
insert into public.list values (1, 1);
