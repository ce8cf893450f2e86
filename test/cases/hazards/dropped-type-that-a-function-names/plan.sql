-- up
-- ! breaks_clients, breaks_functions
drop type app.mood;

-- down
create type app.mood as enum (
  'sad',
  'happy'
);
