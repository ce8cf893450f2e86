-- superuser, of the plan too
create foreign data wrapper w;
create server far type 'b' foreign data wrapper w;
create foreign table public.ft (id integer) server far;
