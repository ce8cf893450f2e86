insert into public.t (id, mood) values (1, 'good'), (2, 'good');
