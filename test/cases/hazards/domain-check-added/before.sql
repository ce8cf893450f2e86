create domain public.code as text;
create table public.t (a public.code);
create table public.u (a public.code, b integer);
