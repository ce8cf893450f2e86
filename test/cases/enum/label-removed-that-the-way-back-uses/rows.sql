insert into public.t (id, mood, later, past) values (1, 'good', 'good', '{bad,good}'), (2, 'bad', null, '{}');
