insert into public.a values (1, 'a', 'bad', '(1,2)'), (2, 'b', 'good', null), (3, 'c', null, '(,)');
insert into public.b values (1, 'a');
insert into public.p values (1, 4, 'x');
