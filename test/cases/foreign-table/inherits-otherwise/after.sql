-- superuser, of the plan too
create foreign data wrapper w;
create server far foreign data wrapper w;
create table public.base (id integer, word text);
create table public.other (id integer);
create foreign table public.child (id integer, word text, own text) inherits (public.base) server far;
create foreign table public.loose (id integer) server far;
