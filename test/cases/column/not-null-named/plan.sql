-- up
-- ! scan, blocks_reads, fails_on_rows
alter table public."My Table"
  alter column free set not null,
  add column more text not null default ''::text;
create table public.comes (
  id integer not null,
  other integer not null
);
-- ! data_loss, breaks_clients
drop table public.goes;

-- down
-- ! blocks_reads
alter table public."My Table"
  alter column free drop not null;
create table public.goes (
  id integer not null
);
-- ! data_loss, blocks_reads, breaks_clients
alter table public."My Table"
  drop column more;
-- ! data_loss, breaks_clients
drop table public.comes;
