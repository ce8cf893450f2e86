create table public.t (id int primary key, n int, s text);
create function public.tf() returns trigger language plpgsql as $$ begin return new; end $$;
create function public.calc(n int) returns int immutable language sql as 'select $1 * 2';
create trigger a before update of n on public.t for each row when (old.n is distinct from new.n) execute function public.tf();
create index on public.t (public.calc(n));
alter table public.t add column g int generated always as (public.calc(n)) stored;
alter table public.t add check (public.calc(n) > 0);
create policy p on public.t using (public.calc(n) > 1);
