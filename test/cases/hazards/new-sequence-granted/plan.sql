-- up
create sequence app.s;
-- ! opens_access
grant usage on sequence app.s to anon;

-- down
-- ! data_loss, breaks_clients
drop sequence app.s;
