-- superuser, of the plan too
create foreign data wrapper w;
create server far foreign data wrapper w;
create table public.base (id integer not null, constraint positive check (id > 0));
create foreign table public.child (more text) inherits (public.base) server far;
create foreign table public.root (id integer) server far;
create table public.leaf (own text) inherits (public.root);
