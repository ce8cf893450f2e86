-- up
-- ! blocks_reads
alter table public.x
  add column n integer;
create table public.zlog (
  id integer,
  at timestamptz default now()
);
-- ! opens_access
create function public.evt()
returns integer
language sql
as $$ with w as (insert into x values (1, 2) returning id) select id from w $$;
-- ! opens_access
create function public.tr()
returns trigger
language plpgsql
as $$ declare l zlog%rowtype; begin insert into zlog values (new.id) returning * into l; return new; end $$;
-- ! blocks_reads
create rule r as
    on delete to public.x do  insert into public.zlog (id)
  values (old.id);
-- ! blocks_writes
create trigger t after insert on public.x for each row when ((new.n > 0)) execute function public.tr();

-- down
-- ! breaks_clients
drop function public.evt();
-- ! blocks_reads
drop rule r on public.x;
-- ! blocks_reads
drop trigger t on public.x;
-- ! breaks_clients
drop function public.tr();
-- ! data_loss, blocks_reads, breaks_clients
alter table public.x
  drop column n;
-- ! data_loss, breaks_clients
drop table public.zlog;
