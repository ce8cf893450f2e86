create type public.mood as enum ('1', '2');
create function public.number_of(mood public.mood) returns bigint language sql immutable as 'select 1::bigint';
create cast (public.mood as integer) with inout;
create cast (public.mood as bigint) with function public.number_of(public.mood) as implicit;
create cast (public.mood as numeric) with inout as assignment;
create cast (public.mood as real) with inout;
