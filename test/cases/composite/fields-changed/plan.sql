-- up
drop type public.unused;
-- ! breaks_clients
alter type public.c
  drop attribute b;
alter type public.c
  add attribute c text collate "C";
comment on column public.c.a is 'A';
comment on type public.c is 'C';
create type public.new as (
  x public.c,
  y integer[]
);
-- ! breaks_clients
create type public.unused as (
  b text,
  a integer
);

-- down
-- ! breaks_clients
drop type public.new;
drop type public.unused;
-- ! breaks_clients
alter type public.c
  drop attribute c;
alter type public.c
  add attribute b text;
comment on column public.c.a is null;
comment on type public.c is null;
-- ! breaks_clients
create type public.unused as (
  a integer,
  b text
);
