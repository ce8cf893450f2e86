create schema util;
create table public.t (id int primary key, n bigint, s text);
create function util.tf() returns trigger language plpgsql as $$ begin return new; end $$;
create function util.calc(n bigint) returns bigint immutable language sql as 'select $1 * 3';
create trigger a before update of n on public.t for each row when (old.n is distinct from new.n) execute function util.tf();
create index on public.t (util.calc(n));
alter table public.t add column g bigint generated always as (util.calc(n)) stored;
alter table public.t add check (util.calc(n) > 0);
create policy p on public.t using (util.calc(n) > 1);
