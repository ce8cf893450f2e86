-- up
-- ! opens_access, breaks_clients
alter statistics app.st owner to service_role;
create statistics app.new
  on a, b
  from app.t;
-- ! opens_access
alter statistics app.new owner to service_role;

-- down
drop statistics app.new;
-- ! opens_access, breaks_clients
alter statistics app.st owner to postgres;
