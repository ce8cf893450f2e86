create table public.b (id integer, x text);
create table public.a (id bigint, y text);
create view public.va as select * from public.b;
create function public.g() returns integer language sql as 'select 1';
create function public.f() returns text language sql as $$select 'a'$$;
create index ib on public.a (id);
create index ia on public.b (id);
