set local check_function_bodies = off;
create table public.a_mgr (id serial, user_id uuid not null);
create table public.proj (id serial primary key);
create table public.proj_mgr (mgr_id int, proj_id int references public.proj, gone boolean default false);
create function public.my_projects() returns int[] language sql stable security definer set search_path = '' as $$ select array_agg(proj_id) from public.proj_mgr where not gone $$;
alter table public.a_mgr enable row level security;
create policy mgr_read on public.a_mgr for select to authenticated using (id in (select pm.mgr_id from public.proj_mgr pm where pm.proj_id in (select unnest(public.my_projects())) and pm.gone = false));
create function public.check_mgr(m public.a_mgr) returns boolean language sql as $$ select m.id > 0 and exists (select 1 from public.mgr_v) $$;
create view public.mgr_v as select m.*, public.check_mgr(m) from public.a_mgr m;
