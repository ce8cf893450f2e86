create domain public.code as text default 'b';
create table public.t (a public.code);
