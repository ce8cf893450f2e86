-- up
create table public.t (
  a text,
  b text,
  c text,
  d text
);
alter table public.t
  alter column a set storage external,
  alter column b set compression pglz,
  alter column c set statistics 200,
  alter column d set (n_distinct=5);

-- down
-- ! data_loss, breaks_clients
drop table public.t;
