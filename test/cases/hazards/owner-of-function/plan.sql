-- up
-- ! opens_access, breaks_clients
alter function app.f() owner to service_role;

-- down
-- ! opens_access, breaks_clients
alter function app.f() owner to postgres;
