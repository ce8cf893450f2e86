-- superuser, of the plan too
create subscription s connection 'host=a password=opensesame' publication one with (connect = false);
create table public.t (id integer, word text);
