insert into public.t values (1, 3, 2, 'x'), (2, 5, 4, 'y');
insert into public.p values (1, 2, 3);
insert into public.words values ('a', 'b');
