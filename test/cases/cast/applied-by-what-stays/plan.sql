-- up
drop cast (public.mood as integer);
drop function public.next(public.mood);
drop view public.told;
drop view public.of_sums;
drop view public.sums;
-- ! changes_statements
create cast (public.mood as integer)
  with function public.two(public.mood) as implicit;
create cast (public.mood as text)
  with function public.words(public.mood);
create function public.next(mood public.mood)
 returns integer
 language sql
 immutable
begin atomic
 select ((mood)::integer + 1);
end
;
create view public.sums as
 select id,
    ((mood)::integer + 1) as sum
   from public.notes;
grant select on table public.sums to public;
create view public.told as
 select (mood)::text as told
   from public.notes;
create view public.of_sums as
 select sum
   from public.sums;

-- down
drop cast (public.mood as integer);
-- ! breaks_clients
drop cast (public.mood as text);
drop function public.next(public.mood);
drop view public.told;
drop view public.of_sums;
drop view public.sums;
-- ! changes_statements
create cast (public.mood as integer)
  with function public.one(public.mood) as implicit;
create function public.next(mood public.mood)
 returns integer
 language sql
 immutable
begin atomic
 select ((mood)::integer + 1);
end
;
create view public.sums as
 select id,
    ((mood)::integer + 1) as sum
   from public.notes;
grant select on table public.sums to public;
create view public.told as
 select (mood)::text as told
   from public.notes;
create view public.of_sums as
 select sum
   from public.sums;
