-- up
-- ! opens_access
create function public.check_more(
  text[],
  oid
)
returns void
language plpgsql
as $$begin return; end$$;
alter foreign data wrapper far
  validator public.check_more
  options (drop a, add "C d" 'it''s', set b '3');
comment on foreign data wrapper far is 'two';
-- ! breaks_clients
revoke usage on foreign data wrapper far from anon;
-- ! opens_access
grant usage on foreign data wrapper far to authenticated with grant option;
-- ! breaks_clients
drop function public.check_all(text[], oid);

-- down
-- ! opens_access
create function public.check_all(
  text[],
  oid
)
returns void
language plpgsql
as $$begin return; end$$;
alter foreign data wrapper far
  validator public.check_all
  options (drop "C d", add a '1', set b '2');
comment on foreign data wrapper far is 'one';
-- ! breaks_clients
revoke usage on foreign data wrapper far from authenticated;
-- ! opens_access
grant usage on foreign data wrapper far to anon;
-- ! breaks_clients
drop function public.check_more(text[], oid);
