insert into public.t (d) values (1), (2);
