-- up
-- ! opens_access
create function public.zhelp(v text)
returns boolean
language plpgsql
immutable
as $$ begin return v <> 'a'; end $$;
-- ! opens_access
create function public.chk(v text)
returns boolean
language plpgsql
immutable
as $$ begin return zhelp(v); end $$;
create domain public.d as text
  constraint d_check check (public.chk(value));
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.t
  alter column a type public.d,
  alter column a set default 'x'::text;

-- down
-- ! blocks_reads, breaks_clients
alter table public.t
  alter column a drop default,
  alter column a type text;
-- ! breaks_clients
drop domain public.d;
-- ! breaks_clients
drop function public.chk(text);
-- ! breaks_clients
drop function public.zhelp(text);
