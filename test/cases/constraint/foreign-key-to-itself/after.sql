create table public.a (id integer primary key, parent_id integer constraint up references public.a on delete cascade);
