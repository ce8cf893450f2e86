-- up
-- ! breaks_clients
alter type public.c
  drop attribute b,
  add attribute c text collate "C";
comment on column public.c.a is 'A';
comment on type public.c is 'C';
-- ! breaks_clients
alter type public.unused
  drop attribute a,
  drop attribute b,
  add attribute b text,
  add attribute a integer;
create type public.new as (
  x public.c,
  y integer[]
);

-- down
-- ! breaks_clients
drop type public.new;
-- ! breaks_clients
alter type public.c
  drop attribute c,
  add attribute b text;
comment on column public.c.a is null;
comment on type public.c is null;
-- ! breaks_clients
alter type public.unused
  drop attribute b,
  drop attribute a,
  add attribute a integer,
  add attribute b text;
