-- superuser, of the plan too
create table public.t (id integer primary key);
