-- up
-- ! breaks_clients
drop collation s."C c";
-- ! breaks_clients
drop schema s;

-- down
create schema s;
create collation s."C c" (
  provider = libc,
  locale = 'C'
);
