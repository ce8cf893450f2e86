create domain public.code as text default 'a';
create table public.t (a public.code);
