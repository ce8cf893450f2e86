insert into public.t values (row(1));
