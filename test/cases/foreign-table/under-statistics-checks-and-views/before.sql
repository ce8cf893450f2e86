-- superuser, of the plan too
create foreign data wrapper w;
create server far foreign data wrapper w;
create function public.seen() returns trigger language plpgsql as $$ begin return new; end $$;
create function public.fine(i integer) returns boolean language sql immutable as $$ select i > 0 $$;
create foreign table public.remote (id integer, day date, constraint fine check (public.fine(id))) server far;
create statistics public.stats (dependencies) on id, day from public.remote;
create view public.near as select id, day from public.remote;
create trigger seen after insert on public.remote for each row execute function public.seen();
