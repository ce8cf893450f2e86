-- superuser, of the plan too
create foreign data wrapper w;
create server far foreign data wrapper w;
create sequence public.ids;
create foreign table public.remote (id bigint default nextval('public.ids') not null, s serial, e integer generated always as identity) server far;
create table public.base (id integer) partition by list (id);
