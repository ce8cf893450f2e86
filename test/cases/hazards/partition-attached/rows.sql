insert into public.t1 values (1);
