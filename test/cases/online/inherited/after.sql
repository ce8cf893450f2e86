create table public.things (id bigint not null, what text, constraint things_what_check check (what <> ''));
create table public.chairs (legs integer not null) inherits (public.things);
create index chairs_what_idx on public.chairs (what);
