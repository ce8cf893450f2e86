-- superuser, of the plan too
create subscription s connection 'host=''(fill in)''' publication one with (connect = false, slot_name = none);
create table public.t (id integer);
