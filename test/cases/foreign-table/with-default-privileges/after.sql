-- superuser, of the plan too
create foreign data wrapper w;
create server far foreign data wrapper w;
alter default privileges in schema public grant select on tables to anon;
alter default privileges in schema public grant insert on tables to authenticated;
create foreign table public.given (id integer) server far;
create foreign table public.taken (id integer) server far;
revoke all on public.taken from anon;
create foreign table public.more (id integer) server far;
grant update on public.more to authenticated;
