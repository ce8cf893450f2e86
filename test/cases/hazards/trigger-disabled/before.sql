create table public.t (a integer);
create function public.f() returns trigger language plpgsql as 'begin return new; end';
create trigger r before update on public.t for each row execute function public.f();
