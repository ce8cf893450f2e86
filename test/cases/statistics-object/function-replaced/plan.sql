-- up
drop statistics public.st;
drop function public.f(text);
-- ! breaks_clients
create function public.f(text)
returns bigint
language sql
immutable
as $$ select 1 $$;
create statistics public.st
  on a, public.f(c)
  from public.t;
comment on statistics public.st is 'calls a function that is recreated';

-- down
drop statistics public.st;
drop function public.f(text);
-- ! breaks_clients
create function public.f(text)
returns integer
language sql
immutable
as $$ select 1 $$;
create statistics public.st
  on a, public.f(c)
  from public.t;
comment on statistics public.st is 'calls a function that is recreated';
