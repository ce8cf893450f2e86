-- superuser, of the plan too
create foreign data wrapper w;
create schema far_away;
grant usage on schema far_away to authenticated;
create server far foreign data wrapper w;
grant usage on foreign server far to authenticated;
create function public.seen() returns trigger language plpgsql as $$ begin return new; end $$;
create foreign table public.remote (id integer) server far;
create trigger first before update on public.remote for each row when (new.id > 1) execute function public.seen();
create trigger second after insert on public.remote for each statement execute function public.seen();
alter foreign table public.remote enable always trigger second;
comment on trigger second on public.remote is 'The second';
create foreign table far_away.moved (id integer) server far options (t 'm');
alter foreign table public.remote owner to postgres;
grant select on public.remote to authenticated with grant option;
