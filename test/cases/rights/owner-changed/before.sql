-- superuser
create table public.t (a integer);
create function public.f() returns integer language sql as 'select 1';
grant create on schema public to service_role;
grant select on public.t to anon;
alter table public.t owner to postgres;
alter function public.f() owner to postgres;
