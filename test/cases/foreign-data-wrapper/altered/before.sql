-- superuser, of the plan too
create function public.check_all(text[], oid) returns void language plpgsql as 'begin return; end';
create foreign data wrapper far validator public.check_all options (a '1', b '2');
comment on foreign data wrapper far is 'one';
grant usage on foreign data wrapper far to anon;
create server near foreign data wrapper far;
