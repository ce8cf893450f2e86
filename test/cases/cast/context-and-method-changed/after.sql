create type public.mood as enum ('1', '2');
create function public.number_of(mood public.mood) returns integer language sql immutable as 'select 1';
create function public.another_number_of(mood public.mood) returns bigint language sql immutable as 'select 2::bigint';
create cast (public.mood as integer) with inout as assignment;
create cast (public.mood as bigint) with function public.another_number_of(public.mood);
comment on cast (public.mood as bigint) is 'stays';
create cast (public.mood as text) with inout as assignment;
comment on cast (public.mood as text) is 'two';
