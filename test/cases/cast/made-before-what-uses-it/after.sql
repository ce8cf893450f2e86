create type public.mood as enum ('good', 'bad');
create function public.number_of(mood public.mood) returns integer language sql immutable as 'select case mood when ''good'' then 1 else 0 end';
create cast (public.mood as integer) with function public.number_of(public.mood) as implicit;
create table public.a_day (id integer primary key, mood public.mood not null, worth integer not null default 'good'::public.mood);
create view public.a_sum as select sum(d.mood + 1) as sum, max(d.mood::integer) as max from public.a_day as d;
create function public.a_worth(mood public.mood) returns integer language sql immutable begin atomic select mood + 1; end;
