-- up
-- ! opens_access
create function public.number_of(mood public.mood)
returns integer
language sql
immutable
as $$select case mood when 'good' then 1 else 0 end$$;
-- ! changes_statements
create cast (public.mood as integer)
  with function public.number_of(public.mood) as implicit;
create table public.a_day (
  id integer not null,
  mood public.mood not null,
  worth integer not null default 'good'::public.mood,
  constraint a_day_pkey primary key (id)
);
-- ! opens_access
create function public.a_worth(mood public.mood)
 returns integer
 language sql
 immutable
begin atomic
 select ((mood)::integer + 1);
end
;
-- ! opens_access
create view public.a_sum as
 select sum(((mood)::integer + 1)) as sum,
    max((mood)::integer) as max
   from public.a_day d;

-- down
-- ! changes_statements, breaks_clients
drop cast (public.mood as integer);
-- ! breaks_clients
drop function public.a_worth(public.mood);
-- ! breaks_clients
drop view public.a_sum;
-- ! data_loss, breaks_clients
drop table public.a_day;
-- ! breaks_clients
drop function public.number_of(public.mood);
