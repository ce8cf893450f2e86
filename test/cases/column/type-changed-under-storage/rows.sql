insert into public.t values (1, 'a', 'b', '3', '4', 5, 'f');
insert into public.child values (1, 'v', 'n');
