-- up
create table public.t (
  a integer,
  a_id integer
);
-- ! blocks_writes
alter table public.t
  add constraint c check ((a > 0)) not valid,
  add constraint fk foreign key (a_id)
    references public.a (id) not valid;

-- down
-- ! data_loss, blocks_reads, breaks_clients
drop table public.t;
