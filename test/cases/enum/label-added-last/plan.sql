-- up
alter type public.mood add value 'great' after 'good';

-- down
drop type public.mood;
-- ! breaks_clients
create type public.mood as enum (
  'bad',
  'good'
);
revoke all on type public.mood from public;
grant usage on type public.mood to public;
