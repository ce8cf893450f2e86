-- up
drop view public.first_page;
drop function public.page(integer, integer, text);
create function public.page(
  n integer,
  size integer default 50,
  ord text default 'desc'::text
)
returns text
language sql
immutable
as $$ select n || ':' || size || ord $$;
revoke all on function public.page(integer, integer, text) from public;
grant execute on function public.page(integer, integer, text) to public;
create view public.first_page as
 select public.page(1) as p;

-- down
drop view public.first_page;
drop function public.page(integer, integer, text);
create function public.page(
  n integer,
  size integer default 20,
  ord text default 'asc'::text
)
returns text
language sql
immutable
as $$ select n || ':' || size || ord $$;
revoke all on function public.page(integer, integer, text) from public;
grant execute on function public.page(integer, integer, text) to public;
create view public.first_page as
 select public.page(1) as p;
