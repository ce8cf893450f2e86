create table public.t (c date, a int, z int, b text); create view public.v as select * from public.t;
