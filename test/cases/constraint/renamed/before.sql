create table public.t (a integer constraint old_name primary key, constraint old_check check (a > 0));
