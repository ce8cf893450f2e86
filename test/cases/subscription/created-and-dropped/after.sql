-- superuser, of the plan too
create table public.t (id integer primary key);
create subscription plain connection 'host=(fill-in) password=''(fill in)''' publication theirs with (connect = false, slot_name = none);
create subscription "Some ""odd""" connection 'dbname=''(fill in)''' publication a, "B c" with (
  connect = false, slot_name = none, binary = true, streaming = true, two_phase = true, disable_on_error = true, synchronous_commit = 'local'
);
comment on subscription plain is 'Theirs';
