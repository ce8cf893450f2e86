create schema odd;
create type odd."Mood as (x)" as enum ('good', 'bad');
create function odd.number_of(mood odd."Mood as (x)") returns integer language sql immutable as 'select 1';
create cast (odd."Mood as (x)" as integer) with function odd.number_of(odd."Mood as (x)");
create type odd.other as enum ('good');
create cast (odd.other as integer) with inout;
