create domain public.code as text constraint short check (length(value) < 9);
create table public.t (a public.code);
create table public.u (a public.code, b integer);
