insert into public.t values (row('x', 1)), (null), (row(null, null)), (row('y', null));
