-- superuser, of the plan too
create function public.check_more(text[], oid) returns void language plpgsql as 'begin return; end';
create foreign data wrapper far validator public.check_more options (b '3', "C d" 'it''s');
comment on foreign data wrapper far is 'two';
grant usage on foreign data wrapper far to authenticated with grant option;
create server near foreign data wrapper far;
