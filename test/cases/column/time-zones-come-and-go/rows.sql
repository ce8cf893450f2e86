insert into public.t values
  (1, '2024-03-31 02:30:00', '2024-03-31', '02:30', '2024-03-31 02:30+05', '2024-03-31 02:30', '2024-03-31 02:30', array['2024-03-31 02:30'::timestamp, null]),
  (2, 'infinity', '-infinity', '24:00', 'infinity', null, '-infinity', '{}');
