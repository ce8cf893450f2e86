create table public.a (x integer);
create table public.b (x integer);
create function public.f() returns trigger language plpgsql as 'begin return new; end';
create trigger t before insert on public.a for each row execute function public.f();
