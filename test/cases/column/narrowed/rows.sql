insert into public.wide values
  (1, 'abcde', 'abcde', 'abcde', b'101', 123.45, 7, '2024-01-01 10:00+00', '10:00', '1 day', '101', 999),
  (2, null, null, null, null, null, null, null, null, null, null, null);
