-- up
-- ! breaks_clients, breaks_functions
drop type app.mood;

-- down
create type app.mood as enum (
  'sad',
  'happy'
);
revoke all on type app.mood from public;
grant usage on type app.mood to public;
