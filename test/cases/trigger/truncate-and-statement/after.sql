create table public.a (x integer);
create function public.f() returns trigger language plpgsql as 'begin return null; end';
create trigger t after truncate on public.a for each statement execute function public.f();
create trigger u after delete on public.a referencing old table as gone for each statement execute function public.f();
