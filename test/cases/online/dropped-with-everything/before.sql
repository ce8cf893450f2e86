create function public.touch() returns trigger language plpgsql as 'begin return new; end';
create table public.t (id bigint generated always as identity primary key, a integer);
create view public.v as select * from public.t;
create table public.u (t_id bigint references public.t);
create trigger touch before update on public.t for each row execute function public.touch();
create publication p for table public.t;
create function public.f(t public.t) returns integer language sql as 'select 1';
