create type public.mood as enum ('good', 'bad');
create type public.pair as (a integer, b integer);
create function public.number_of(mood public.mood) returns integer language sql immutable as 'select 1';
create function public.cut(mood public.mood, length integer, explicit boolean) returns varchar language sql immutable as 'select left(''abc'', length)';
create cast (public.mood as integer) with function public.number_of(public.mood) as implicit;
comment on cast (public.mood as integer) is 'what it''s worth';
create cast (public.mood as varchar) with function public.cut(public.mood, integer, boolean) as assignment;
create cast (public.pair as json) with inout;
create cast (public.pair[] as json) with inout as assignment;
