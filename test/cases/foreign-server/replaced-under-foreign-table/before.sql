-- superuser, of the plan too
create foreign data wrapper w;
create server far type 'a' foreign data wrapper w;
create foreign table public.ft (id integer) server far;
