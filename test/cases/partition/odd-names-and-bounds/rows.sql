insert into public."P p" values (1, '2020-02-02', 'it''s'); insert into public.r values (1, '2020-02-02');
