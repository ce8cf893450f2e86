-- up
create type app.pair as (
  a integer,
  b integer
);
revoke all on type app.pair from public;
grant usage on type app.pair to public;
create domain app.code as text;
revoke all on domain app.code from public;
grant usage on domain app.code to public;
create type app.mood as enum (
  'sad',
  'happy'
);
revoke all on type app.mood from public;
grant usage on type app.mood to public;
create sequence app.s
  as bigint
  increment by 1
  minvalue 1
  maxvalue 9223372036854775807
  start with 1
  cache 1
  no cycle;

-- down
-- ! breaks_clients
drop type app.pair;
-- ! breaks_clients
drop domain app.code;
-- ! breaks_clients
drop type app.mood;
-- ! data_loss, breaks_clients
drop sequence app.s;
