-- superuser, of the plan too
create foreign data wrapper w;
create server far foreign data wrapper w;
create table public.log (day date) partition by range (day);
create foreign table public.log_old partition of public.log for values from (minvalue) to ('2020-01-01') server far options (t 'old');
create foreign table public.remote (id integer not null, row_before public.log_old) server far;
create table public.copies (whole public.remote, several public.remote[]);
create function public.ids(given public.remote) returns integer language sql as $$ select given.id $$;
create materialized view public.counted as select count(*) as number from public.log where false with no data;
create view public.many as select r.id, c.several from public.remote as r, public.copies as c;
create view public.over as select id from public.many;
