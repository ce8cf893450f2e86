-- up
create type app.pair as (
  a integer,
  b integer
);
create domain app.code as text;
create type app.mood as enum (
  'sad',
  'happy'
);
create sequence app.s;

-- down
-- ! breaks_clients
drop type app.pair;
-- ! breaks_clients
drop domain app.code;
-- ! breaks_clients
drop type app.mood;
-- ! data_loss, breaks_clients
drop sequence app.s;
