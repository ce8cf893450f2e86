-- up
drop function public.f();
drop view public.v3;
drop materialized view public."m v";
drop view public."v.2";
drop view public."v 1";
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.t
  alter column id type bigint,
  alter column n type numeric(12,4),
  add column more text;
-- ! breaks_clients
create view public."v 1"
with (security_invoker=true) as
 select id,
    "a b",
    n,
    more
   from public.t
  where (n > (1)::numeric);
-- ! breaks_clients
create view public."v.2"
with (check_option=cascaded) as
 select id,
    "a b" as "Q""q",
    more
   from public."v 1";
-- ! scan
create materialized view public."m v" as
 select count(*) as "c c",
    max(id) as m
   from public."v.2";
-- ! scan, blocks_writes
create index "m v_c c_m_idx" on public."m v" using btree ("c c", m);
-- ! breaks_clients, breaks_functions
create view public.v3 as
 select m."c c",
    v.id,
    v."Q""q",
    v.more
   from public."m v" m,
    public."v.2" v;
grant select on table public.v3 to authenticated;
comment on column public."v.2"."Q""q" is 'r';
grant select ("Q""q") on table public."v.2" to anon;
-- ! opens_access
grant select (more) on table public."v.2" to anon;
create function public.f()
returns setof public.v3
language sql
stable
as $$select * from public.v3$$;

-- down
drop function public.f();
drop view public.v3;
drop materialized view public."m v";
drop view public."v.2";
drop view public."v 1";
-- ! data_loss, rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.t
  alter column id type integer,
  alter column n type numeric(10,2),
  drop column more;
-- ! opens_access, breaks_clients
create view public."v 1"
with (security_barrier=true) as
 select id,
    "a b",
    n
   from public.t
  where (n > (1)::numeric);
-- ! breaks_clients
create view public."v.2"
with (check_option=local) as
 select id,
    "a b" as "Q""q"
   from public."v 1";
-- ! scan, breaks_clients
create materialized view public."m v" as
 select count(*) as "c c"
   from public."v.2";
-- ! scan, blocks_writes
create index "m v_c c_idx" on public."m v" using btree ("c c");
-- ! breaks_clients, breaks_functions
create view public.v3 as
 select m."c c",
    v.id,
    v."Q""q"
   from public."m v" m,
    public."v.2" v;
-- ! opens_access
grant select on table public.v3 to authenticated with grant option;
comment on column public."v.2"."Q""q" is 'q';
grant select ("Q""q") on table public."v.2" to anon;
create function public.f()
returns setof public.v3
language sql
stable
as $$select * from public.v3$$;
