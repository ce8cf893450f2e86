insert into public.t values (1, 'the'), (2, 'dog');
