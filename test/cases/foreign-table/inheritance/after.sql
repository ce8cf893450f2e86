-- superuser, of the plan too
create foreign data wrapper w;
create server far foreign data wrapper w;
create table public.base (id bigint not null, word text, constraint positive check (id > 0), constraint short check (word <> ''));
create foreign table public.child (more text) inherits (public.base) server far;
create foreign table public.root (id integer not null, fresh text) server far;
create table public.leaf (own text) inherits (public.root);
create foreign table public.second (extra text) inherits (public.base) server far options (t 'x') ;
