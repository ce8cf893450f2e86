create domain public.code as text;
create table public.t (a public.code);
