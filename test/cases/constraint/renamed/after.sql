create table public.t (a integer constraint new_name primary key, constraint new_check check (a > 0));
