-- superuser, of the plan too
create foreign data wrapper w;
create server far type 'b' foreign data wrapper w;
create foreign table public.remote (id integer, word text default 'x') server far options (t 'a');
comment on column public.remote.word is 'A word';
grant select (word) on public.remote to authenticated;
create function public.seen() returns trigger language plpgsql as $$ begin return new; end $$;
create trigger seen before update on public.remote for each row execute function public.seen();
create view public.near as select id from public.remote;
grant select on public.near to anon;
