insert into public.t values (1, 'b', '{a,b}');
