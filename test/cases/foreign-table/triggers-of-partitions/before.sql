-- superuser, of the plan too
create foreign data wrapper w;
create server far foreign data wrapper w;
create function public.seen() returns trigger language plpgsql as $$ begin return new; end $$;
create table public.log (id integer, day date) partition by range (day);
create trigger seen after insert on public.log for each row execute function public.seen();
create foreign table public.log_1 partition of public.log for values from ('2020-01-01') to ('2021-01-01') server far;
create table public.log_2 partition of public.log for values from ('2021-01-01') to ('2022-01-01');
