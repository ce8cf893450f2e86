insert into public.t values (1, 'good', '{good,bad}'), (2, 'bad', null);
