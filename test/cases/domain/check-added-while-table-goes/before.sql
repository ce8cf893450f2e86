create domain public.small as integer;
create table public.a (n public.small);
create table public.kept (n public.small, m public.small);
