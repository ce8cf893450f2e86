-- up
-- ! breaks_clients
drop cast (odd."Mood as (x)" as integer);
-- ! breaks_clients
drop cast (odd.other as integer);
-- ! breaks_clients
drop function odd.number_of(odd."Mood as (x)");
-- ! breaks_clients
drop type odd."Mood as (x)";

-- down
create cast (odd.other as integer)
  with inout;
create type odd."Mood as (x)" as enum (
  'good',
  'bad'
);
-- ! opens_access
create function odd.number_of(mood odd."Mood as (x)")
returns integer
language sql
immutable
as $$select 1$$;
create cast (odd."Mood as (x)" as integer)
  with function odd.number_of(odd."Mood as (x)");
