-- superuser, of the plan too
create foreign data wrapper w;
create schema far_away;
grant usage on schema far_away to authenticated;
create server far foreign data wrapper w;
create function public.seen() returns trigger language plpgsql as $$ begin return new; end $$;
create foreign table public.remote (id integer) server far;
create trigger first before insert on public.remote for each row execute function public.seen();
create trigger second after insert on public.remote for each statement execute function public.seen();
create foreign table public.moved (id integer) server far options (t 'm');
grant select, insert on public.remote to authenticated;
