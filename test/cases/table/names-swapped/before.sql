create table public.a (id integer, x text);
create table public.b (id bigint, y text);
create view public.va as select * from public.a;
create function public.f() returns integer language sql as 'select 1';
create function public.g() returns text language sql as $$select 'a'$$;
create index ia on public.a (id);
create index ib on public.b (id);
