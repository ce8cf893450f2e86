create table public.t (a int, b text, c date); create view public.v as select * from public.t; insert into public.t values (1,'x','2020-01-01');
