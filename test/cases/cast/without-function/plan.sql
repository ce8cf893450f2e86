-- up
-- ! changes_statements
create cast (json as bytea)
  without function as implicit;
-- ! changes_statements
create cast (json as integer)
  with inout as assignment;

-- down
-- ! changes_statements, breaks_clients
drop cast (json as bytea);
-- ! changes_statements, breaks_clients
drop cast (json as integer);
