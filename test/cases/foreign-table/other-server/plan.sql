-- up
drop view public.seen;
drop foreign table public.remote;
create foreign table public.remote (
  id integer
)
server near
options (t 'a');
create view public.seen as
 select id
   from public.remote;
comment on view public.seen is 'Seen';

-- down
drop view public.seen;
drop foreign table public.remote;
create foreign table public.remote (
  id integer
)
server far
options (t 'a');
create view public.seen as
 select id
   from public.remote;
comment on view public.seen is 'Seen';
