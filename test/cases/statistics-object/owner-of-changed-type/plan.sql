-- up
drop statistics app.st;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table app.t
  alter column a type bigint;
create statistics app.st
  on a, b
  from app.t;
alter statistics app.st owner to service_role;

-- down
drop statistics app.st;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table app.t
  alter column a type integer;
create statistics app.st
  on a, b
  from app.t;
alter statistics app.st owner to service_role;
