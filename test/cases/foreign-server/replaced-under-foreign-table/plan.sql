-- up
drop foreign table public.ft;
drop server far;
create server far
  type 'b'
  foreign data wrapper w;
create foreign table public.ft (
  id integer
)
server far;

-- down
drop foreign table public.ft;
drop server far;
create server far
  type 'a'
  foreign data wrapper w;
create foreign table public.ft (
  id integer
)
server far;
