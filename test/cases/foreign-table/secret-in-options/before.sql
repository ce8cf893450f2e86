-- superuser, of the plan too
create foreign data wrapper w;
create server far foreign data wrapper w;
create foreign table public.remote (id integer) server far options (t 'a');
