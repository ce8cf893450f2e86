create table public.t (a varchar(10));
