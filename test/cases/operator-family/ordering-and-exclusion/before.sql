-- superuser, of the plan too
create table public.rooms (id integer primary key, place box);
