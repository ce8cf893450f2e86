create domain public.small as integer constraint small_check check (value < 10);
create table public.b (n public.small);
create table public.kept (n public.small);
