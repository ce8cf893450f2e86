insert into public.t values (1, row('a', '{b}'), row('b', null), row(row('a', null)::public.c, array[row('b', '{a,b}')::public.c]), array[row('a', '{}')::public.c]);
