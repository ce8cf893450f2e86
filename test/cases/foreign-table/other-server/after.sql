-- superuser, of the plan too
create foreign data wrapper w;
create server far foreign data wrapper w;
create server near foreign data wrapper w;
create foreign table public.remote (id integer) server near options (t 'a');
create view public.seen as select id from public.remote;
comment on view public.seen is 'Seen';
