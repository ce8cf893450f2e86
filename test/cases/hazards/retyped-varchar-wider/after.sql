create table public.t (a varchar(20));
