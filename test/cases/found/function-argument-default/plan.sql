-- up
create or replace function public.page(
  n integer,
  size integer default 50,
  ord text default 'desc'::text
)
returns text
language sql
immutable
as $$ select n || ':' || size || ord $$;

-- down
create or replace function public.page(
  n integer,
  size integer default 20,
  ord text default 'asc'::text
)
returns text
language sql
immutable
as $$ select n || ':' || size || ord $$;
