create table public.things (id bigint, what text);
create table public.chairs (legs integer) inherits (public.things);
