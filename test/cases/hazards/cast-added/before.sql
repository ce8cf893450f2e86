create type public.mood as enum ('1', '2');
create cast (public.mood as integer) with inout as implicit;
create cast (public.mood as bigint) with inout as assignment;
create cast (public.mood as smallint) with inout;
