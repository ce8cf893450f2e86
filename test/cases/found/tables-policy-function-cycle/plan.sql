-- up
create sequence public.a_mgr_id_seq
  as integer;
create sequence public.proj_id_seq
  as integer;
create table public.a_mgr (
  id integer not null default nextval('public.a_mgr_id_seq'::regclass),
  user_id uuid not null
);
alter table public.a_mgr enable row level security;
alter sequence public.a_mgr_id_seq owned by public.a_mgr.id;
create table public.proj (
  id integer not null default nextval('public.proj_id_seq'::regclass),
  constraint proj_pkey primary key (id)
);
alter sequence public.proj_id_seq owned by public.proj.id;
create table public.proj_mgr (
  mgr_id integer,
  proj_id integer,
  gone boolean default false
);
alter table public.proj_mgr
  add constraint proj_mgr_proj_id_fkey foreign key (proj_id)
    references public.proj (id);
set local check_function_bodies = off;
-- ! opens_access
create function public.check_mgr(m public.a_mgr)
returns boolean
language sql
as $$ select m.id > 0 and exists (select 1 from public.mgr_v) $$;
set local check_function_bodies = on;
-- ! opens_access
create function public.my_projects()
returns integer[]
language sql
stable
security definer
set search_path = ''
as $$ select array_agg(proj_id) from public.proj_mgr where not gone $$;
-- ! opens_access
create policy mgr_read on public.a_mgr
  for select
  to authenticated
  using (id in ( select pm.mgr_id
   from public.proj_mgr pm
  where ((pm.proj_id in ( select unnest(public.my_projects()) as unnest)) and (pm.gone = false))));
-- ! opens_access
create view public.mgr_v as
 select id,
    user_id,
    public.check_mgr(m.*) as check_mgr
   from public.a_mgr m;
select pg_catalog.fmgr_sql_validator('public.check_mgr(public.a_mgr)'::pg_catalog.regprocedure);

-- down
-- ! breaks_clients
drop view public.mgr_v;
-- ! breaks_clients
drop function public.check_mgr(public.a_mgr);
-- ! data_loss, breaks_clients
drop table public.a_mgr;
-- ! breaks_clients
drop function public.my_projects();
-- ! data_loss, breaks_clients
drop table public.proj_mgr;
-- ! data_loss, breaks_clients
drop table public.proj;
