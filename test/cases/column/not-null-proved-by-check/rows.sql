insert into public.t values (1, 'x', 2, 3, 4);
insert into public.p values (1, 2);
