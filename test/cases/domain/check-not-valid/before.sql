create domain public.n as integer;
create table public.t (a public.n);
