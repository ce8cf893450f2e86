create type public.mood as enum ('1', '2');
create function public.number_of(mood public.mood) returns integer language sql immutable as 'select 1';
create function public.big_number_of(mood public.mood) returns bigint language sql immutable as 'select 1::bigint';
create cast (public.mood as integer) with function public.number_of(public.mood);
create cast (public.mood as bigint) with function public.big_number_of(public.mood) as implicit;
comment on cast (public.mood as bigint) is 'stays';
create cast (public.mood as text) with inout as assignment;
comment on cast (public.mood as text) is 'one';
