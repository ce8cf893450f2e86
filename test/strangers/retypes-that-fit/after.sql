create table public.r (
  i int, f real, n numeric(8, 2), t timestamptz, d date, b boolean, j jsonb, u uuid, a bigint[], v varchar(2), c text, ts date, iv interval, money text, bits varchar(8)
);
