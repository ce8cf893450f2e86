insert into public.walls values (1, row('a b', '{red,green}'), array[row('x', null)::public.paint, row(null, '{}')::public.paint]);
