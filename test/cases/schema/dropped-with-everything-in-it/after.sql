create table public.uses (e text);
