-- up
create sequence app.s
  as bigint
  increment by 1
  minvalue 1
  maxvalue 9223372036854775807
  start with 1
  cache 1
  no cycle;
revoke all on sequence app.s from anon;
-- ! opens_access
grant usage on sequence app.s to anon;

-- down
-- ! data_loss, breaks_clients
drop sequence app.s;
