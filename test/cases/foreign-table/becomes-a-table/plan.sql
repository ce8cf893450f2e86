-- up
drop view public.both_of;
-- ! breaks_clients
drop foreign table public.here;
create table public.here (
  id integer not null,
  word text
);
-- ! data_loss, breaks_clients
drop table public.there;
create foreign table public.there (
  id integer not null,
  word text
)
server far;
create view public.both_of as
 select here.id,
    here.word
   from public.here
union all
 select there.id,
    there.word
   from public.there;

-- down
drop view public.both_of;
-- ! breaks_clients
drop foreign table public.there;
-- ! data_loss, breaks_clients
drop table public.here;
create foreign table public.here (
  id integer not null,
  word text
)
server far;
create table public.there (
  id integer not null,
  word text
);
create view public.both_of as
 select here.id,
    here.word
   from public.here
union all
 select there.id,
    there.word
   from public.there;
