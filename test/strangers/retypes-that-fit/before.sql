create table public.r (
  i text, f float8, n numeric(10, 4), t timestamp, d text, b int, j json, u text, a int[], v varchar(50), c char(5), ts timestamptz, iv text, money int, bits text
);
insert into public.r values ('12', 1.5, 12.3456, '2024-01-01 10:00', '2024-02-03', 1, '{"a": [1, 2]}', 'c7d6b8f0-1111-4222-8333-944445555666', '{1,2}', 'ab', 'ab', '2024-01-01 10:00+00', '1 day', 5, '101');
