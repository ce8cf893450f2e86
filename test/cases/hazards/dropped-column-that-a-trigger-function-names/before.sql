create table public.t (a integer, b integer);
create table public.u (a integer, b integer);
create function public.f() returns trigger language plpgsql as 'begin new.b = 1; return new; end';
create function public.g() returns trigger language plpgsql as 'begin new.b = 1; return new; end';
create trigger r before insert on public.t for each row execute function public.f();
create trigger r before insert on public.u for each row execute function public.g();
