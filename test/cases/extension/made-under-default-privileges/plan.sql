-- up
create extension citext with schema public;

-- down
-- ! breaks_clients
drop extension citext;
