-- up
-- ! blocks_reads
alter table public.u
  drop constraint u_t_id_fkey;

-- the next migration
-- ! breaks_clients
drop function public.f(public.t);
-- ! breaks_clients
drop view public.v;
-- ! data_loss, breaks_clients
drop table public.t;
-- ! breaks_clients
drop function public.touch();

-- down
create table public.t (
  id bigint not null generated always as identity,
  a integer,
  constraint t_pkey primary key (id)
);
-- ! opens_access
alter publication p add table public.t;
-- ! opens_access
create function public.f(t public.t)
returns integer
language sql
as $$select 1$$;
-- ! opens_access
create function public.touch()
returns trigger
language plpgsql
as $$begin return new; end$$;
create trigger touch before update on public.t for each row execute function public.touch();
-- ! opens_access
create view public.v as
 select id,
    a
   from public.t;

-- the next migration
-- atlas:txmode none
-- ! blocks_writes
alter table public.u
  add constraint u_t_id_fkey foreign key (t_id)
    references public.t (id) not valid;
-- ! scan, fails_on_rows
alter table public.u
  validate constraint u_t_id_fkey;
