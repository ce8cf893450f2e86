-- up
-- ! breaks_clients
drop operator public.=== (integer, integer);
-- ! opens_access
grant create on schema private to service_role;
-- ! opens_access, breaks_clients
alter operator private.=== (integer, integer) owner to service_role;
create operator private.=== (
  function = public.same,
  leftarg = text,
  rightarg = text
);
create operator public.=== (
  function = public.same,
  leftarg = text,
  rightarg = text
);
create or replace function public.find(a text)
returns boolean
language sql
as $$select a operator(public.===) 'x'$$;
-- ! opens_access
create function private.find(a text)
returns boolean
language sql
set search_path = 'private'
as $$select a === 'x'$$;
-- ! opens_access
create function private.other()
returns integer
language sql
as $$select 1$$;
-- ! opens_access
alter function private.other() owner to service_role;

-- down
-- ! breaks_clients
drop function private.find(text);
-- ! breaks_clients
drop function private.other();
-- ! breaks_clients
drop operator private.=== (text, text);
-- ! breaks_clients
drop operator public.=== (text, text);
-- ! breaks_clients
revoke create on schema private from service_role;
-- ! opens_access, breaks_clients
alter operator private.=== (integer, integer) owner to postgres;
create operator public.=== (
  function = public.same,
  leftarg = integer,
  rightarg = integer
);
create or replace function public.find(a text)
returns boolean
language plpgsql
as $$begin return a operator(public.===) 'x'; end$$;
