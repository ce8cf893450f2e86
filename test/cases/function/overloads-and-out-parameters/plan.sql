-- up
drop function public.f(integer);
drop function public.f(text, integer[]);
-- ! breaks_clients
create function public.f(
  a integer,
  out b integer,
  out d text
)
returns record
language sql
as $$select 1, 'y'$$;
-- ! breaks_clients
create function public.f(
  a text,
  variadic r integer[]
)
returns table (
  x integer,
  y text
)
language sql
as $$select 1, 'y'$$;
create procedure public.p(inout a integer)
language plpgsql
as $$begin a := 1; end$$;
comment on procedure public.p(integer) is 'P.';
revoke all on procedure public.p(integer) from public;

-- down
drop function public.f(integer);
drop function public.f(text, integer[]);
-- ! breaks_clients
drop procedure public.p(integer);
-- ! breaks_clients
create function public.f(
  a integer,
  out b integer,
  out c text
)
returns record
language sql
as $$select 1, 'x'$$;
-- ! breaks_clients
create function public.f(
  a text,
  variadic r integer[]
)
returns integer
language sql
as $$select 1$$;
