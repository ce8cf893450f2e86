-- up
alter type public.mood add value 'great' after 'good';

-- down
drop type public.mood;
-- ! breaks_clients
create type public.mood as enum (
  'bad',
  'good'
);
