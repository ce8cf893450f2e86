create domain public.d as varchar(20);
create table public.t (id integer primary key, a public.d collate "C");
