-- superuser, of the plan too
create foreign data wrapper w;
create server far foreign data wrapper w;
create table public.here (id integer not null, word text);
create foreign table public.there (id integer not null, word text) server far;
create view public.both_of as select id, word from public.here union all select id, word from public.there;
