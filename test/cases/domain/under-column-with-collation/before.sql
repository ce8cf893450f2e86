create domain public.d as text;
create table public.t (id integer primary key, a public.d collate "C");
