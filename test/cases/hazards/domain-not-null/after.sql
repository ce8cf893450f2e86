create domain public.code as text not null;
create table public.t (a public.code);
