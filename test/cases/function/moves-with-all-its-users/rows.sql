insert into public.t (id, w) values (1, 'a');
