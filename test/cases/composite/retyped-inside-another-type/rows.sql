insert into public.t2 values (1, row(1,'q'));
